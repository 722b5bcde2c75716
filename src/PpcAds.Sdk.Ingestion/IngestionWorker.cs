using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Ingestion.Telemetry;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Syncs all accounts at intervals, unless each profile has its hour, and takes report jobs on in between, for as long as the
/// host runs.
/// </summary>
internal sealed class IngestionWorker(
    IngestionOrchestrator orchestrator,
    IOptions<PpcAdsOptions> options,
    TimeProvider timeProvider,
    ILogger<IngestionWorker> logger,
    IRunStore? queue = null)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IngestionOptions ingestion = options.Value.Ingestion;
        long? lastSync = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Not by the time of day: a clock that is set back must not put the next sync off.
                bool isDue = lastSync is not { } last || timeProvider.GetElapsedTime(last) >= ingestion.SyncInterval;
                lastSync = isDue ? timeProvider.GetTimestamp() : lastSync;
                if (isDue && ingestion.DailySyncHour is null)
                {
                    await orchestrator.SyncAllAccountsAsync(null, stoppingToken).ConfigureAwait(false);
                }
                else
                {
                    await orchestrator.PollReportsAsync(null, null, stoppingToken).ConfigureAwait(false);
                }

                if (isDue)
                {
                    await orchestrator.PruneAsync(stoppingToken).ConfigureAwait(false);
                    await (queue?.PruneAsync(timeProvider.GetUtcNow() - ingestion.BookkeepingRetention, stoppingToken)
                        ?? Task.CompletedTask).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A database that is down now may be up in a moment; the host must not fall with it.
                IngestionLog.RoundFailed(logger, ingestion.WorkerDelay, exception);
            }

            try
            {
                await Task.Delay(ingestion.WorkerDelay, timeProvider, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
