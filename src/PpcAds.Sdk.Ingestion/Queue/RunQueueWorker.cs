using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Ingestion.Jobs;
using PpcAds.Sdk.Ingestion.Telemetry;

namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>
/// Does queued runs, several side by side, for as long as the host runs; what it leaves unfinished goes on after a restart.
/// </summary>
internal sealed class RunQueueWorker(
    IRunStore queue,
    RunExecutor executor,
    DailySchedule schedule,
    RunSignal signal,
    IngestionOptions options,
    TimeProvider timeProvider,
    ILogger logger)
    : BackgroundService
{
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private readonly FairPlaces _places = new(options.MaxConcurrentAccounts);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await schedule.EnqueueDueAsync(stoppingToken).ConfigureAwait(false);
                    foreach (QueuedRun run in await queue.ListOpenAsync(stoppingToken).ConfigureAwait(false))
                    {
                        Begin(run, stoppingToken);
                    }
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    // A database that is down now may be up in a moment; the host must not fall with it.
                    IngestionLog.RoundFailed(logger, options.WorkerDelay, exception);
                }

                await signal.WaitAsync(options.WorkerDelay, timeProvider, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }

        // They have the same token, and give their leases back, so that a restart need not wait for those.
        await Task.WhenAll(_running.Values).ConfigureAwait(false);
    }

    private void Begin(QueuedRun run, CancellationToken stoppingToken)
    {
        if (!_running.ContainsKey(run.RunId))
        {
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _running[run.RunId] = RunAsync(run, begun.Task, stoppingToken);
            begun.SetResult();
        }
    }

    private async Task RunAsync(QueuedRun run, Task begun, CancellationToken stoppingToken)
    {
        // Not before it stands among those that run, from where its end takes it away.
        await begun.ConfigureAwait(false);
        try
        {
            await _places.RunAsync(run.Request.AccountId, () => executor.RunAsync(run, stoppingToken), stoppingToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                IngestionLog.RunPutOff(logger, run.RunId, options.WorkerDelay, exception);
            }
        }
        finally
        {
            _running.TryRemove(run.RunId, out _);
        }
    }
}
