using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client.</summary>
public static class AmazonAdsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IAmazonAdsClientFactory"/>, <see cref="AmazonConsent"/> and what they need, and nothing of ingestion.
    /// Register an <see cref="ITokenStore"/>, an <see cref="IRateGovernor"/>, an <see cref="IRateStore"/> or a
    /// <see cref="TimeProvider"/> before to have yours used.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets options; the defaults work.</param>
    public static IServiceCollection AddAmazonAdsClient(
        this IServiceCollection services, Action<AmazonAdsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddOptions<AmazonAdsOptions>().ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AmazonAdsOptions>, AmazonAdsOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new ClientMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<ITokenStore, InMemoryTokenStore>();
        services.TryAddSingleton<AmazonAdsClientFactory>();
        services.TryAddSingleton<IAmazonAdsClientFactory>(provider => provider.GetRequiredService<AmazonAdsClientFactory>());
        services.TryAddSingleton(
            provider => new CredentialVerifier(provider.GetRequiredService<AmazonAdsClientFactory>().CreateUnstored));
        AddThrottling(services);
        AddConsent(services);
        AddHttp(services);
        return services;
    }

    private static void AddThrottling(IServiceCollection services) => services.TryAddSingleton<IRateGovernor>(
        provider => new AdaptiveRateGovernor(
            provider.GetRequiredService<IOptions<AmazonAdsOptions>>().Value.Client.ToGovernorOptions(),
            new RateGovernorServices
            {
                TimeProvider = provider.GetRequiredService<TimeProvider>(),
                LoggerFactory = provider.GetRequiredService<ILoggerFactory>(),
                Metrics = provider.GetRequiredService<ClientMetrics>().Rates,
                RateStore = provider.GetService<IRateStore>(),
            }));

    private static void AddConsent(IServiceCollection services) => services.TryAddSingleton(
        provider => new AmazonConsent(
            provider.GetRequiredService<IOptions<AmazonAdsOptions>>().Value.Client,
            provider.GetRequiredService<IOptions<AmazonAdsOptions>>().Value.Application,
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            new CallServices(
                Random.Shared,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ClientMetrics>().Requests,
                provider.GetRequiredService<ILoggerFactory>()),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("PpcAds.Sdk.Authentication")));

    // The factory's own loggers would write presigned URLs and headers.
    private static void AddHttp(IServiceCollection services)
    {
        services.AddHttpClient(AmazonAdsHttpClients.Api)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(HttpTransport.CreateApiHandler);
        services.AddHttpClient(AmazonAdsHttpClients.Downloads)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(HttpTransport.CreateDownloadHandler);
    }
}
