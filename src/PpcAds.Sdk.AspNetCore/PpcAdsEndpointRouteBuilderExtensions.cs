using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Accounts;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.AspNetCore.Reading;
using PpcAds.Sdk.Ingestion;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints.</summary>
public static class PpcAdsEndpointRouteBuilderExtensions
{
    /// <summary>Each feature's endpoints; a further feature is a further line.</summary>
    private static readonly Action<RouteGroupBuilder>[] Features =
    [
        AccountEndpoints.Map,
        CredentialEndpoints.Map,
        IngestionEndpoints.Map,
        EntityEndpoints.Map,
        FurtherEntityEndpoints.Map,
        PerformanceEndpoints.Map,
        ReportEndpoints.Map,
        IssueEndpoints.Map,
    ];

    /// <summary>
    /// Maps accounts, syncs and what was loaded. All of it answers 403 until the returned group has a policy, by
    /// <c>RequireAuthorization()</c> or the host's fallback policy, or is opened by
    /// <see cref="AllowUnprotectedPpcAds{TBuilder}"/>. An <see cref="IPpcAdsAccessPolicy"/> decides which accounts a user may
    /// see; without one, all.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="prefix">What stands before the paths. Default: <c>/api/v1</c>.</param>
    /// <param name="configure">Sets limits; the defaults work.</param>
    /// <returns>The group, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException"><c>AddPpcAds</c> was not called, or a limit is out of its range.</exception>
    public static RouteGroupBuilder MapPpcAds(
        this IEndpointRouteBuilder endpoints, string prefix = "/api/v1", Action<PpcAdsEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IngestionRuns)) == false)
        {
            throw new InvalidOperationException(
                "PpcAds: MapPpcAds() needs the SDK's services. Call builder.Services.AddPpcAds(…) with a storage, such as "
                + "UseSqlite(…), before the host is built.");
        }

        var guard = new PpcAdsGuardOptions();
        configure?.Invoke(guard.Limits);
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        foreach (Action<RouteGroupBuilder> map in Features)
        {
            map(group);
        }

        // Programs call these: a page to sign in on is no answer to them.
        group.DisableCookieRedirect();
        return group.RequirePpcAdsAccess(guard);
    }

    /// <summary>
    /// Allows anonymous access to the endpoints of <see cref="MapPpcAds"/>: for a service that is not reachable by others, such
    /// as one on a developer's machine. Every caller can delete accounts.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of endpoints.</typeparam>
    /// <param name="builder">What <see cref="MapPpcAds"/> gave.</param>
    public static TBuilder AllowUnprotectedPpcAds<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(UnprotectedMetadata.Instance));
        return builder;
    }
}
