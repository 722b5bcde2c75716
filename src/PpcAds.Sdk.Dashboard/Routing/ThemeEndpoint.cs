using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using PpcAds.Sdk.Dashboard.Hosting;

namespace PpcAds.Sdk.Dashboard.Routing;

/// <summary>The form of the theme, which leads back to the page that it is on.</summary>
internal static class ThemeEndpoint
{
    public static DashboardFeature Feature { get; } = new(group => group.MapForm("/theme", SetAsync));

    private static Task<IResult> SetAsync(HttpContext context, IFormCollection form)
    {
        ThemeCookie.Write(context, form.Text("theme"));
        string root = DashboardSite.Of(context).RootOf(context);
        string back = form.Text("return") is { } address && IsWithin(address, root) ? address : root.Length > 0 ? root : "/";
        return Task.FromResult<IResult>(new SeeOther(back));
    }

    private static bool IsWithin(string address, string root) =>
        RedirectHttpResult.IsLocalUrl(address)
        && address.All(letter => letter is > ' ' and < '\x7f')
        && (address == root || address.StartsWith(root + "/", StringComparison.Ordinal)
            || address.StartsWith(root + "?", StringComparison.Ordinal));
}
