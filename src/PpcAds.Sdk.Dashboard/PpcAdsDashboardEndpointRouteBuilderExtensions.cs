using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Dashboard;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Ingestion;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the dashboard.</summary>
public static class PpcAdsDashboardEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the dashboard: pages, forms and assets. All of it answers 403 until the returned group has a policy, by
    /// <c>RequireAuthorization()</c> or the host's fallback policy, or is opened by <c>AllowUnprotectedPpcAds()</c>. An
    /// <c>IPpcAdsAccessPolicy</c> decides which accounts a user may see; without one, all.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="prefix">Where it stands. Default: <c>/ads</c>.</param>
    /// <param name="configure">Sets options; the defaults work.</param>
    /// <returns>The group, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException"><c>AddPpcAds</c> was not called, or an option is out of its range.</exception>
    public static RouteGroupBuilder MapPpcAdsDashboard(
        this IEndpointRouteBuilder endpoints, string prefix = "/ads", Action<PpcAdsDashboardOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IngestionRuns)) == false)
        {
            throw new InvalidOperationException(
                "PpcAds: MapPpcAdsDashboard() needs the SDK's services. Call builder.Services.AddPpcAds(…) with a storage, such "
                + "as UseSqlite(…), before the host is built.");
        }

        var options = new PpcAdsDashboardOptions();
        configure?.Invoke(options);
        var site = new DashboardSite(endpoints.ServiceProvider, DashboardFeatures.All);
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        IEndpointConventionBuilder conventions = group;
        conventions.Add(builder => builder.Metadata.Add(site));
        conventions.Finally(site.LearnRoot);
        group.AddEndpointFilter(PageException.AnswerAsync);
        foreach (DashboardFeature feature in DashboardFeatures.All)
        {
            feature.Map(group);
        }

        var guard = new PpcAdsGuardOptions { AnswerAsync = ProblemPages.AnswerAsync };
        guard.Limits.SyncRequestsPerMinute = options.SyncRequestsPerMinute;
        guard.Limits.CredentialRequestsPerMinute = options.CredentialRequestsPerMinute;
        guard.Limits.AccountRequestsPerMinute = options.AccountRequestsPerMinute;
        return group.RequirePpcAdsAccess(guard);
    }
}
