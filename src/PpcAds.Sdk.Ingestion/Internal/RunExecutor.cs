using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Takes one queued run as far as it goes now: lists and plans, and later sees whether its reports are loaded.</summary>
internal sealed class RunExecutor(
    IRunStore queue,
    IngestionRuns runs,
    IngestionOrchestrator orchestrator,
    IReportJobStore jobs,
    ILeaseStore leases,
    IIngestionReader reader,
    IngestionOptions options,
    TimeProvider timeProvider,
    ILogger logger)
{
    /// <summary>How often a run's steps are stored, and a wish to cancel it is looked for.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Runs that wait for an account which another worker has. A restart begins them from the start.</summary>
    private readonly ConcurrentDictionary<long, RunTry> _tries = new();

    private readonly string _owner = $"{Environment.ProcessId}@{Environment.MachineName}";

    /// <summary>Does nothing when another worker has the run. A run that cannot go on now stays open.</summary>
    public async Task RunAsync(QueuedRun run, CancellationToken cancellationToken)
    {
        string name = $"run/{run.Request.Key}";
        if (await leases.TryTakeAsync(name, _owner, options.LeaseDuration, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return;
        }

        try
        {
            var keeper = new LeaseRenewer(
                name, token => leases.RenewAsync(lease, options.LeaseDuration, token), options.LeaseDuration, timeProvider, logger, cancellationToken);
            await using (keeper.ConfigureAwait(false))
            {
                try
                {
                    await AdvanceAsync(run.RunId, keeper.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (keeper.IsLost && !cancellationToken.IsCancellationRequested)
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
            new ReportJobFilter { AccountId = run.Request.AccountId, ProfileId = run.Request.ProfileId }, cancellationToken).ConfigureAwait(false);
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
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<bool> beat = BeatAsync(run, steps, cancelled, over.Token);
        try
        {
            if (!await DoAsync(run.Request, attempt, cancelled.Token).ConfigureAwait(false))
            {
                return null;
            }

            _tries.TryRemove(run.RunId, out _);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            _tries.TryRemove(run.RunId, out _);
            await EndAsync(run with { Steps = steps.All }, QueuedRunState.Cancelled, null, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or PpcAdsStorageException) && StorageErrors.Find(exception) is null)
        {
            _tries.TryRemove(run.RunId, out _);
            await EndAsync(run with { Steps = steps.All }, QueuedRunState.Failed, StorageErrors.Describe(exception), cancellationToken).ConfigureAwait(false);
            return null;
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await beat.ConfigureAwait(false);
        }

        run = run with { SyncedAt = timeProvider.GetUtcNow(), Steps = steps.All };
        return await queue.SaveAsync(run, cancellationToken).ConfigureAwait(false) ? run : null;
    }

    /// <summary>Whether it was done; not when another worker keeps an account for itself.</summary>
    private async Task<bool> DoAsync(RunRequest request, RunTry attempt, CancellationToken cancellationToken)
    {
        RunSteps steps = attempt.Steps;
        if (request.StartDate is { } start && request.EndDate is { } end)
        {
            return await RequestDaysAsync(request, start, end, steps, cancellationToken).ConfigureAwait(false);
        }

        if (request is { AccountId: { } account, ProfileId: { } profile })
        {
            return !IsBusy(await orchestrator.SyncProfileAsync(account, profile, steps, cancellationToken).ConfigureAwait(false));
        }

        if (request.AccountId is { } one)
        {
            return !IsBusy(await orchestrator.SyncAccountAsync(one, steps, cancellationToken).ConfigureAwait(false));
        }

        IngestionResult all = await orchestrator.SyncRemainingAccountsAsync(attempt.Done, steps, cancellationToken)
            .ConfigureAwait(false);
        AccountId[] busy = [.. all.Steps.Where(step => step.IsBusy).Select(step => step.AccountId)];
        attempt.Done.UnionWith(all.Steps.Where(step => step.Job is null).Select(step => step.AccountId).Except(busy));
        return busy.Length == 0;
    }

    private async Task<bool> RequestDaysAsync(RunRequest request, DateOnly start, DateOnly end, RunSteps steps, CancellationToken cancellationToken)
    {
        AccountId account = request.AccountId!.Value;
        IReadOnlyList<ProfileRecord> profiles = await ReadProfilesAsync(request, account, cancellationToken).ConfigureAwait(false);
        if (profiles.Count == 0)
        {
            if (IsBusy(await orchestrator.SyncProfilesAsync(account, steps, cancellationToken).ConfigureAwait(false)))
            {
                return false;
            }

            profiles = await ReadProfilesAsync(request, account, cancellationToken).ConfigureAwait(false);
        }

        foreach (ProfileRecord profile in profiles)
        {
            foreach (string dataset in request.Datasets.Count > 0 ? request.Datasets : options.GetDatasets())
            {
                await RequestDaysAsync(account, profile.ProfileId, dataset, start, end, steps, cancellationToken).ConfigureAwait(false);
            }
        }

        return true;
    }

    /// <summary>Each dataset by itself: report types keep their days for different times, and one that has none left must not stop the others.</summary>
    private async Task RequestDaysAsync(
        AccountId account, ProfileId profile, string dataset, DateOnly start, DateOnly end, RunSteps steps, CancellationToken cancellationToken)
    {
        var step = new RunStep(account, profile, $"request {dataset}");
        steps.Set(step);
        try
        {
            await orchestrator.RequestReportsAsync(account, profile, [dataset], start, end, null, cancellationToken).ConfigureAwait(false);
            steps.Set(step with { Outcome = StepOutcome.Done });
        }
        catch (AmazonAdsValidationException exception)
        {
            steps.Set(step with { Outcome = StepOutcome.Failed, Reason = exception.Message });
        }
    }

    private async Task<IReadOnlyList<ProfileRecord>> ReadProfilesAsync(RunRequest request, AccountId account, CancellationToken cancellationToken) =>
    [
        .. (await reader.ReadProfilesAsync(account, cancellationToken).ConfigureAwait(false)).Select(stored => stored.Entity)
            .Where(profile => profile.Type != ProfileType.Agency && profile.ProfileId == (request.ProfileId ?? profile.ProfileId)),
    ];

    private static bool IsBusy(IngestionResult result) => result.Steps.Any(step => step.IsBusy);

    /// <summary>Stores the steps while the work goes on, and ends the work when somebody cancelled the run.</summary>
    private async Task<bool> BeatAsync(QueuedRun run, RunSteps steps, CancellationTokenSource cancelled, CancellationToken over)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Beat, timeProvider, over).ConfigureAwait(false);
                try
                {
                    if (await queue.IsEndingAsync(run.RunId, over).ConfigureAwait(false))
                    {
                        await cancelled.CancelAsync().ConfigureAwait(false);
                        return true;
                    }

                    if (steps.TakeChanged() is { } changed)
                    {
                        await queue.SaveAsync(run with { Steps = changed }, over).ConfigureAwait(false);
                    }
                }
                catch (Exception exception) when (!over.IsCancellationRequested && StorageErrors.Find(exception) is not null)
                {
                    // The work itself will tell, if the database does not come back.
                    IngestionLog.RunNotNoted(logger, run.RunId, exception);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task FinishAsync(QueuedRun run, CancellationToken cancellationToken)
    {
        IReadOnlyList<RunStep> failedSteps = [.. run.Steps.Where(step => step.Outcome == StepOutcome.Failed)];
        IReadOnlyList<ReportJob> abandoned =
            [.. (await runs.JobsOfAsync(run, cancellationToken).ConfigureAwait(false)).Where(job => job.State == ReportJobState.Abandoned)];
        string? error = failedSteps.Count + abandoned.Count == 0 ? null
            : failedSteps.Count > 0 ? $"{failedSteps.Count} steps failed, and {abandoned.Count} reports. The first: {failedSteps[0].Step}: {failedSteps[0].Reason}"
            : $"{abandoned.Count} reports were given up. The first: {abandoned[0].Dataset}: {abandoned[0].Error}";
        await EndAsync(run, error is null ? QueuedRunState.Succeeded : QueuedRunState.Failed, error, cancellationToken).ConfigureAwait(false);
    }

    private async Task EndAsync(QueuedRun run, QueuedRunState state, string? error, CancellationToken cancellationToken)
    {
        await queue.SaveAsync(run with { State = state, Error = error, FinishedAt = timeProvider.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        IngestionLog.RunEnded(logger, run.RunId, state, error);
    }
}
