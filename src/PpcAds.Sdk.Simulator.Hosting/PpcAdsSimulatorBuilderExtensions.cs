using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PpcAds.Sdk;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Simulator.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a simulator in the place of Amazon.</summary>
public static class PpcAdsSimulatorBuilderExtensions
{
    /// <summary>
    /// Simulates Amazon Ads within the host: the endpoints of all regions, Login with Amazon and its consent page are a
    /// simulator's that starts before everything else in the host and stops after it. Its time is the host's
    /// <see cref="TimeProvider"/>.
    /// </summary>
    /// <remarks>
    /// The host's services contain the <see cref="AmazonAdsSimulator"/>;
    /// <see cref="AmazonAdsSimulatorExtensions.GetCredentials"/> gives the credentials that it accepts. Its data follows from
    /// <see cref="SimulatorOptions.Seed"/> and the day. An application of the host's
    /// (<see cref="PpcAdsOptions.Application"/>) and a delay between polls that are set stay as they are.
    /// </remarks>
    /// <param name="builder">The registration of the SDK.</param>
    /// <param name="configure">Sets options of the simulator.</param>
    public static IPpcAdsBuilder UseSimulator(this IPpcAdsBuilder builder, Action<SimulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(AmazonAdsSimulator)))
        {
            throw new InvalidOperationException("PpcAds: UseSimulator() was called twice. One simulator serves the whole host.");
        }

        services.AddSingleton(provider => SimulatedHost.Create(provider.GetRequiredService<TimeProvider>(), configure));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<PpcAdsOptions>, SimulatedEndpoints>());

        // First, so that what others do at their start is answered.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, SimulatorLifetime>());
        return builder;
    }
}
