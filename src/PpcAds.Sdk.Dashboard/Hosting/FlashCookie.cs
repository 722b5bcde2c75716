using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Carries what a form did to the page that it leads to: once, in a cookie that others cannot make.</summary>
internal static class FlashCookie
{
    private const string Name = ".PpcAds.Flash";

    /// <summary>Longer than a redirect takes.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>Leads to a page of the dashboard, with one line about what was done.</summary>
    public static IResult Redirect(HttpContext context, string path, Flash flash)
    {
        DashboardSite site = DashboardSite.Of(context);
        string text = JsonSerializer.Serialize(flash, HostingJsonContext.Default.Flash);
        context.Response.Cookies.Append(Name, site.Protector.Protect(text), OptionsOf(context, site, Lifetime));
        return new SeeOther(site.RootOf(context) + path);
    }

    public static Flash? Take(HttpContext context, DashboardSite site)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, OptionsOf(context, site, null));
        try
        {
            return JsonSerializer.Deserialize(site.Protector.Unprotect(cookie), HostingJsonContext.Default.Flash);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions OptionsOf(HttpContext context, DashboardSite site, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = site.RootOf(context) is { Length: > 0 } root ? root : "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
