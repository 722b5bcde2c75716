using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Access;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Guards endpoints and pages of a host's own as those of <c>MapPpcAds</c> are.</summary>
public static class PpcAdsGuardEndpointExtensions
{
    /// <summary>
    /// Denies access to a group until it has a policy or <c>AllowUnprotectedPpcAds</c>, refuses changes that come from other
    /// sites, applies rate limits, and answers failures without what is internal. Call it after the endpoints are mapped.
    /// </summary>
    /// <param name="group">The endpoints.</param>
    /// <param name="options">Limits and answers; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidOperationException">A limit is out of its range.</exception>
    public static RouteGroupBuilder RequirePpcAdsAccess(this RouteGroupBuilder group, PpcAdsGuardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(group);
        options ??= new PpcAdsGuardOptions();
        options.Limits.Validate();
        var limits = new EndpointRateLimits(options.Limits);
        IServiceProvider services = ((IEndpointRouteBuilder)group).ServiceProvider;
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(limits.Dispose);
        var guard = new EndpointGuard(limits, options.AnswerAsync);
        IEndpointConventionBuilder conventions = group;
        conventions.Add(builder =>
        {
            builder.Metadata.Add(options.Limits);
            builder.Metadata.Add(GuardedMetadata.Instance);
        });
        conventions.Finally(builder =>
        {
            // Around everything, the binding of parameters too: a caller without access learns nothing.
            if (builder.RequestDelegate is { } inner)
            {
                builder.RequestDelegate = context => guard.InvokeAsync(context, inner);
            }
        });
        return group;
    }

    /// <summary>Counts requests of an endpoint behind the guard for a limit; more of them are answered 429.</summary>
    /// <typeparam name="TBuilder">The kind of endpoint.</typeparam>
    /// <param name="builder">The endpoint.</param>
    /// <param name="limit">The limit.</param>
    public static TBuilder LimitPpcAdsRequests<TBuilder>(this TBuilder builder, PpcAdsRateLimit limit)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(new RateLimitMetadata(limit)));
        return builder;
    }
}
