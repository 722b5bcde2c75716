using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Jobs;
using PpcAds.Sdk.Ingestion.Queue;
using PpcAds.Sdk.Ingestion.Syncing;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Storage;
using PpcAds.Sdk.Throttling;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SDK.</summary>
public static class PpcAdsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IAmazonAdsClientFactory"/> and what it needs. Register an <see cref="ITokenStore"/>, an
    /// <see cref="IRateGovernor"/>, an <see cref="IRateStore"/> or a <see cref="TimeProvider"/> before to have yours used.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; the defaults work.</param>
    public static IPpcAdsBuilder AddPpcAds(this IServiceCollection services, Action<PpcAdsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PpcAdsOptions>().ValidateOnStart();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PpcAdsOptions>, PpcAdsOptionsValidator>());
        services.AddAmazonAdsClient();
        services.AddOptions<AmazonAdsOptions>().Configure<IOptions<PpcAdsOptions>>((client, all) =>
        {
            client.Client = all.Value.Client;
            client.Application = all.Value.Application;
        });
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RateSaving>());
        services.TryAddSingleton(provider => new IngestionMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<StorageFaults>();
        services.TryAddSingleton(provider => new StorageErrors(provider.GetRequiredService<StorageFaults>()));
        services.TryAddSingleton(provider => new StoreReadiness(
            provider.GetRequiredService<IOptions<PpcAdsOptions>>().Value.ContinueWithoutStore,
            provider.GetRequiredService<StorageErrors>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("PpcAds.Sdk.Storage")));
        services.TryAddSingleton(
            provider => new AccountManager(Storage<IAccountStore>(provider), provider.GetRequiredService<ITokenStore>()));
        services.TryAddSingleton(provider =>
            new ReportPlaces(provider.GetRequiredService<IOptions<PpcAdsOptions>>().Value.Ingestion.MaxConcurrentReports));
        services.TryAddSingleton(provider => new IngestionOrchestrator(new IngestionParts(
            Storage<IAccountStore>(provider),
            provider.GetRequiredService<IAmazonAdsClientFactory>(),
            Storage<IEtlSink>(provider),
            Storage<IReportJobStore>(provider),
            Storage<ILeaseStore>(provider),
            Storage<ISyncLog>(provider),
            provider.GetService<IIngestionReader>() ?? Storage<IPpcAdsReader>(provider),
            provider.GetRequiredService<IOptions<PpcAdsOptions>>().Value,
            provider.GetRequiredService<ReportPlaces>(),
            provider.GetRequiredService<StorageErrors>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IngestionMetrics>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("PpcAds.Sdk.Ingestion"))));

        services.TryAddSingleton<IPerformanceTableReader>(
            provider => new PerformanceTableReader(Storage<IPpcAdsReader>(provider)));
        services.TryAddSingleton<RunSignal>();
        services.TryAddSingleton(provider => new IngestionRuns(
            Storage<IRunStore>(provider),
            Storage<IReportJobStore>(provider),
            provider.GetRequiredService<RunSignal>(),
            provider.GetRequiredService<TimeProvider>()));

        return new PpcAdsBuilder(services);
    }

    private static T Storage<T>(IServiceProvider provider)
        where T : class =>
        provider.GetService<T>() ?? throw new InvalidOperationException(
            $"PpcAds: no {typeof(T).Name} is registered. Say where data goes: AddPpcAds(…).UseSqlite(…) of "
            + "PpcAds.Sdk.EntityFrameworkCore.Sqlite, .UseInMemory() of PpcAds.Sdk.InMemory, or a store of your own.");
}
