using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>The theme: a form that sets a cookie, so that pages come in it without script and without a flash.</summary>
internal static class ThemeEndpoint
{
    private const string Cookie = ".PpcAds.Theme";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    public static DashboardFeature Feature { get; } = new(group => group.MapForm("/theme", SetAsync));

    public static string? Read(HttpContext context) => context.Request.Cookies[Cookie] is "light" or "dark"
        ? context.Request.Cookies[Cookie]
        : null;

    private static Task<IResult> SetAsync(HttpContext context, IFormCollection form)
    {
        string root = DashboardSite.Of(context).RootOf(context);
        string? theme = form.Text("theme");
        context.Response.Cookies.Append(Cookie, theme is "light" or "dark" ? theme : "system", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = root.Length > 0 ? root : "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        string back = form.Text("return") is { } address && IsWithin(address, root) ? address : root.Length > 0 ? root : "/";
        return Task.FromResult<IResult>(new SeeOther(back));
    }

    private static bool IsWithin(string address, string root) =>
        RedirectHttpResult.IsLocalUrl(address)
        && address.All(letter => letter is > ' ' and < '\x7f')
        && (address == root || address.StartsWith(root + "/", StringComparison.Ordinal)
            || address.StartsWith(root + "?", StringComparison.Ordinal));
}
