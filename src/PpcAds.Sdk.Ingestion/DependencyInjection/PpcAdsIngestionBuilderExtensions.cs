using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Queue;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the worker.</summary>
public static class PpcAdsIngestionBuilderExtensions
{
    /// <summary>
    /// Adds background services: one syncs all accounts every <see cref="IngestionOptions.SyncInterval"/>, or each profile at its
    /// <see cref="IngestionOptions.DailySyncHour"/>, and advances reports in between; another executes the runs requested
    /// through <see cref="IngestionRuns"/>. Several processes on one database share the work.
    /// </summary>
    public static IPpcAdsBuilder AddIngestionWorker(this IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHostedService<IngestionWorker>();
        builder.Services.AddHostedService(CreateRunWorker);
        return builder;
    }

    private static RunQueueWorker CreateRunWorker(IServiceProvider services)
    {
        IngestionOptions options = services.GetRequiredService<IOptions<PpcAdsOptions>>().Value.Ingestion;
        var runs = services.GetRequiredService<IngestionRuns>();
        var queue = services.GetRequiredService<IRunStore>();
        IIngestionReader reader = services.GetService<IIngestionReader>() ?? services.GetRequiredService<IPpcAdsReader>();
        var timeProvider = services.GetRequiredService<TimeProvider>();
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("PpcAds.Sdk.Ingestion");
        var executor = new RunExecutor(
            queue,
            runs,
            new RunWork(services.GetRequiredService<IngestionOrchestrator>(), reader, options),
            services.GetRequiredService<IReportJobStore>(),
            services.GetRequiredService<ILeaseStore>(),
            options,
            services.GetRequiredService<StorageErrors>(),
            timeProvider,
            logger);
        var schedule = new DailySchedule(services.GetRequiredService<IAccountStore>(), reader, runs, options, timeProvider);
        return new RunQueueWorker(
            queue, executor, schedule, services.GetRequiredService<RunSignal>(), options, timeProvider, logger);
    }
}
