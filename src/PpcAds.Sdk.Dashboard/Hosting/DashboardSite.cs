using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>One mapped dashboard: its address, its places, and the keys of its forms. All its endpoints carry it.</summary>
internal sealed class DashboardSite
{
    private const string Purpose = "PpcAds.Sdk.Dashboard.v1";
    private string _root = "";

    public DashboardSite(IServiceProvider host, IReadOnlyList<DashboardFeature> features)
    {
        HashSet<string> places = [.. features.SelectMany(feature => feature.Places)];
        Places = [.. NavPlace.All.Where(place => places.Contains(place.Path))];
        IDataProtectionProvider keys = KeysOf(host);
        Protector = keys.CreateProtector(Purpose);
        Antiforgery = AntiforgeryOf(keys);
    }

    /// <summary>The places of the rail that there are pages for.</summary>
    public IReadOnlyList<NavPlace> Places { get; }

    public IAntiforgery Antiforgery { get; }

    public IDataProtector Protector { get; }

    public static DashboardSite Of(HttpContext context) => context.GetEndpoint()!.Metadata.GetRequiredMetadata<DashboardSite>();

    /// <summary>The address of the dashboard, as the browser sees it.</summary>
    public string RootOf(HttpContext context) => context.Request.PathBase + _root;

    /// <summary>Takes the address from the endpoint of the first page, whatever groups stand around it.</summary>
    public void LearnRoot(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && endpoint.Metadata.OfType<FirstPageMetadata>().Any())
        {
            string root = (route.RoutePattern.RawText ?? "").TrimEnd('/');
            _root = root.Length == 0 || root.StartsWith('/') ? root : "/" + root;
        }
    }

    /// <summary>The host's, so that every instance takes the forms of every other; else those of this process.</summary>
    private static IDataProtectionProvider KeysOf(IServiceProvider host) =>
        host.GetService<IDataProtectionProvider>()
        ?? new EphemeralDataProtectionProvider(host.GetRequiredService<ILoggerFactory>());

    /// <summary>From services of its own: the host need not add antiforgery, and may have set it up for other pages.</summary>
    private static IAntiforgery AntiforgeryOf(IDataProtectionProvider keys) => new ServiceCollection()
        .AddSingleton(keys)
        .AddLogging()
        .AddAntiforgery(options =>
        {
            options.FormFieldName = "form-key";
            options.HeaderName = null;
            options.Cookie.Name = ".PpcAds.Form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        })
        .BuildServiceProvider()
        .GetRequiredService<IAntiforgery>();
}
