using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>Takes one queued run as far as it goes now: lists and plans, and later sees whether its reports are loaded.</summary>
internal sealed class RunExecutor(
    IRunStore queue,
    IngestionRuns runs,
    RunWork work,
    IReportJobStore jobs,
    ILeaseStore leases,
    IngestionOptions options,
    StorageErrors errors,
    TimeProvider timeProvider,
    ILogger logger)
{
    /// <summary>Runs that wait for an account which another worker has. A restart begins them from the start.</summary>
    private readonly ConcurrentDictionary<long, RunTry> _tries = new();

    private readonly string _owner = $"{Environment.ProcessId}@{Environment.MachineName}";

    /// <summary>Does nothing when another worker has the run. A run that cannot go on now stays open.</summary>
    public async Task RunAsync(QueuedRun run, CancellationToken cancellationToken)
    {
        string name = $"run/{run.Request.Key}";
        if (await leases.TryTakeAsync(name, _owner, options.LeaseDuration, cancellationToken).ConfigureAwait(false)
            is not { } lease)
        {
            return;
        }

        try
        {
            var renewer = new LeaseRenewer(
                name,
                token => leases.RenewAsync(lease, options.LeaseDuration, token),
                options.LeaseDuration,
                timeProvider,
                logger,
                cancellationToken);
            await using (renewer.ConfigureAwait(false))
            {
                try
                {
                    await AdvanceAsync(run.RunId, renewer.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (renewer.IsLost && !cancellationToken.IsCancellationRequested)
                {
                    IngestionLog.RunLost(logger, run.RunId);
                }
            }
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task AdvanceAsync(long runId, CancellationToken cancellationToken)
    {
        // The list may be old: whoever had the lease before may have ended the run.
        if (await queue.FindAsync(runId, cancellationToken).ConfigureAwait(false) is not { IsFinal: false } run)
        {
            _tries.TryRemove(runId, out _);
            return;
        }

        if (run.IsCancelRequested)
        {
            _tries.TryRemove(runId, out _);
            await EndAsync(run, QueuedRunState.Cancelled, null, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (run.SyncedAt is null)
        {
            if (await SyncAsync(run, cancellationToken).ConfigureAwait(false) is not { } synced)
            {
                return;
            }

            run = synced;
        }

        IReadOnlyList<ReportJob> open = await jobs.ListOpenAsync(
            new ReportJobFilter { AccountId = run.Request.AccountId, ProfileId = run.Request.ProfileId },
            cancellationToken).ConfigureAwait(false);
        if (!open.Any(job => job.CreatedAt <= run.SyncedAt && run.Request.Covers(job)))
        {
            await FinishAsync(run, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The run once all is listed and planned; null when it ended, or has to be tried again.</summary>
    private async Task<QueuedRun?> SyncAsync(QueuedRun run, CancellationToken cancellationToken)
    {
        run = run with { State = QueuedRunState.Running, StartedAt = run.StartedAt ?? timeProvider.GetUtcNow() };
        if (!await queue.SaveAsync(run, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        IngestionLog.RunBegun(logger, run.RunId, run.Request.Key);
        RunTry attempt = _tries.GetOrAdd(run.RunId, _ => new RunTry());
        RunSteps steps = attempt.Steps;
        var heartbeat = RunHeartbeat.Start(run, steps, queue, timeProvider, logger, cancellationToken);
        await using (heartbeat.ConfigureAwait(false))
        {
            try
            {
                if (!await work.DoAsync(run.Request, attempt, heartbeat.Token).ConfigureAwait(false))
                {
                    return null;
                }

                _tries.TryRemove(run.RunId, out _);
            }
            catch (OperationCanceledException) when (heartbeat.IsRunCancelled && !cancellationToken.IsCancellationRequested)
            {
                await heartbeat.StopAsync().ConfigureAwait(false);
                await GiveUpAsync(run, steps, QueuedRunState.Cancelled, null, cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (Exception exception)
                when (exception is not (OperationCanceledException or PpcAdsStorageException)
                    && StorageErrors.Find(exception) is null)
            {
                await heartbeat.StopAsync().ConfigureAwait(false);
                await GiveUpAsync(
                    run, steps, QueuedRunState.Failed, errors.Describe(exception), cancellationToken).ConfigureAwait(false);
                return null;
            }
        }

        run = run with { SyncedAt = timeProvider.GetUtcNow(), Steps = steps.All };
        return await queue.SaveAsync(run, cancellationToken).ConfigureAwait(false) ? run : null;
    }

    private async Task GiveUpAsync(
        QueuedRun run, RunSteps steps, QueuedRunState state, string? error, CancellationToken cancellationToken)
    {
        _tries.TryRemove(run.RunId, out _);
        await EndAsync(run with { Steps = steps.All }, state, error, cancellationToken).ConfigureAwait(false);
    }

    private async Task FinishAsync(QueuedRun run, CancellationToken cancellationToken)
    {
        IReadOnlyList<RunStep> failedSteps = [.. run.Steps.Where(step => step.Outcome == StepOutcome.Failed)];
        IReadOnlyList<ReportJob> abandoned =
            [
                .. (await runs.JobsOfAsync(run, cancellationToken).ConfigureAwait(false))
                    .Where(job => job.State == ReportJobState.Abandoned),
            ];
        string? error = failedSteps.Count + abandoned.Count == 0 ? null
            : failedSteps.Count > 0
            ? $"{failedSteps.Count} steps failed, and {abandoned.Count} reports. The first: {failedSteps[0].Step}: "
                + $"{failedSteps[0].Reason}"
            : $"{abandoned.Count} reports were given up. The first: {abandoned[0].Dataset}: {abandoned[0].Error}";
        await EndAsync(
            run,
            error is null ? QueuedRunState.Succeeded : QueuedRunState.Failed,
            error,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task EndAsync(QueuedRun run, QueuedRunState state, string? error, CancellationToken cancellationToken)
    {
        await queue.SaveAsync(
            run with { State = state, Error = error, FinishedAt = timeProvider.GetUtcNow() },
            cancellationToken).ConfigureAwait(false);
        if (error is null)
        {
            IngestionLog.RunEnded(logger, run.RunId, state);
        }
        else
        {
            IngestionLog.RunEndedWith(logger, run.RunId, state, error);
        }
    }
}
