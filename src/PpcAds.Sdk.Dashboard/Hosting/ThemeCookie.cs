using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>The theme that a user chose, so that pages come in it without script and without a flash.</summary>
internal static class ThemeCookie
{
    private const string Name = ".PpcAds.Theme";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <summary>The theme; null for the system's.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[Name] is "light" or "dark"
        ? context.Request.Cookies[Name]
        : null;

    public static void Write(HttpContext context, string? theme)
    {
        string root = DashboardSite.Of(context).RootOf(context);
        context.Response.Cookies.Append(Name, theme is "light" or "dark" ? theme : "system", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = root.Length > 0 ? root : "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }
}
