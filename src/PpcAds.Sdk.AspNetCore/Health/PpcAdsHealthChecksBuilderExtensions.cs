using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health checks of the SDK.</summary>
public static class PpcAdsHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds three checks: <see cref="PpcAdsHealthChecks.Store"/> (unhealthy when the store does not answer),
    /// <see cref="PpcAdsHealthChecks.Grants"/> (degraded while accounts need consent, and from 14 days before a consent ends) and
    /// <see cref="PpcAdsHealthChecks.Data"/> (degraded, then unhealthy, as data falls behind). Their data holds numbers and ids
    /// of accounts, nothing of advertisers. Do not let a restart depend on the last two: a restart fixes neither.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks</c> returned.</param>
    /// <param name="configure">Says when data is late.</param>
    public static IHealthChecksBuilder AddPpcAds(this IHealthChecksBuilder builder, Action<PpcAdsHealthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        OptionsBuilder<PpcAdsHealthOptions> options = services.AddOptions<PpcAdsHealthOptions>().ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PpcAdsHealthOptions>, PpcAdsHealthOptionsValidator>());
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton<DataLagReader>();
        return builder
            .Add(Registration<StoreHealthCheck>(PpcAdsHealthChecks.Store))
            .Add(Registration<GrantsHealthCheck>(PpcAdsHealthChecks.Grants))
            .Add(Registration<DataHealthCheck>(PpcAdsHealthChecks.Data));
    }

    private static HealthCheckRegistration Registration<T>(string name)
        where T : IHealthCheck =>
        new(
            name,
            provider => ActivatorUtilities.CreateInstance<T>(provider),
            HealthStatus.Unhealthy,
            [PpcAdsHealthChecks.Tag]);
}
