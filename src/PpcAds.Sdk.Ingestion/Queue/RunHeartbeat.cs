using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>Stores the steps of a run while its work goes on, and cancels the work when a caller cancelled the run.</summary>
internal sealed class RunHeartbeat : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly QueuedRun _run;
    private readonly RunSteps _steps;
    private readonly IRunStore _queue;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _cancelled;
    private readonly CancellationTokenSource _stopped;
    private Task _beating = Task.CompletedTask;

    private RunHeartbeat(
        QueuedRun run,
        RunSteps steps,
        IRunStore queue,
        TimeProvider timeProvider,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        _run = run;
        _steps = steps;
        _queue = queue;
        _timeProvider = timeProvider;
        _logger = logger;
        _cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>The token of the work: cancelled with the run, and when the worker stops.</summary>
    public CancellationToken Token => _cancelled.Token;

    /// <summary>Whether the work was cancelled.</summary>
    public bool IsRunCancelled => _cancelled.IsCancellationRequested;

    public static RunHeartbeat Start(
        QueuedRun run,
        RunSteps steps,
        IRunStore queue,
        TimeProvider timeProvider,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var heartbeat = new RunHeartbeat(run, steps, queue, timeProvider, logger, cancellationToken);
        heartbeat._beating = heartbeat.BeatAsync(heartbeat._stopped.Token);
        return heartbeat;
    }

    /// <summary>Writes nothing more once it has returned, so that it never overwrites how the run ended.</summary>
    public async Task StopAsync()
    {
        await _stopped.CancelAsync().ConfigureAwait(false);
        await _beating.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stopped.Dispose();
        _cancelled.Dispose();
    }

    private async Task BeatAsync(CancellationToken stopped)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Interval, _timeProvider, stopped).ConfigureAwait(false);
                if (await TryStoreAsync(stopped).ConfigureAwait(false))
                {
                    await _cancelled.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (Exception) when (stopped.IsCancellationRequested)
        {
            // The work has ended; what could not be stored is stored with its end.
        }
    }

    /// <summary>Stores what changed.</summary>
    /// <returns>Whether the run was cancelled, or ended elsewhere.</returns>
    private async Task<bool> TryStoreAsync(CancellationToken stopped)
    {
        try
        {
            if (await _queue.IsEndingAsync(_run.RunId, stopped).ConfigureAwait(false))
            {
                return true;
            }

            if (_steps.TakeChanged() is { } changed)
            {
                await _queue.SaveAsync(_run with { Steps = changed }, stopped).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!stopped.IsCancellationRequested && StorageErrors.Find(exception) is not null)
        {
            // The work itself reports it, if the database does not come back.
            IngestionLog.RunNotNoted(_logger, _run.RunId, exception);
        }

        return false;
    }
}
