using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>
/// What every call of the orchestrator has around it: a span, a record in the log, issues, and errors of the database.
/// </summary>
internal sealed class SyncRuns(
    ISyncLog log,
    IReportJobStore jobs,
    AccountCircuits circuits,
    IngestionOptions options,
    int stepsOfProfile,
    StorageErrors errors,
    TimeProvider timeProvider,
    IngestionMetrics metrics,
    ILogger logger)
{
    private readonly LenientTypes _types = new();

    /// <summary>Executes a call.</summary>
    /// <param name="kind">The kind of call, in words.</param>
    /// <param name="accountId">The account; <see langword="null"/> for all.</param>
    /// <param name="progress">Is notified of each step.</param>
    /// <param name="body">What the call does.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <exception cref="PpcAdsStorageException">The database failed.</exception>
    public async Task<IngestionResult> ExecuteAsync(
        string kind,
        AccountId? accountId,
        IProgress<IngestionProgress>? progress,
        Func<SyncContext, Task> body,
        CancellationToken cancellationToken)
    {
        using Activity? span = IngestionSpans.StartRun(kind, accountId);
        try
        {
            var context = new SyncContext(progress, stepsOfProfile, _types, timeProvider, metrics, logger)
            {
                Failures = new RunFailures(circuits, errors, timeProvider),
                KeepsRawJson = options.KeepRawJson,
            };
            SyncRun run = await log.BeginRunAsync(
                new SyncRun { Kind = kind, AccountId = accountId, StartedAt = timeProvider.GetUtcNow() },
                cancellationToken).ConfigureAwait(false);
            await body(context).ConfigureAwait(false);
            await UpdateJobMetricsAsync(cancellationToken).ConfigureAwait(false);
            return await EndAsync(run, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            PpcAdsActivity.RecordFailure(span, exception);
            if (errors.Wrap(kind, exception) is { } storage)
            {
                throw storage;
            }

            throw;
        }
    }

    private async Task<IngestionResult> EndAsync(SyncRun run, SyncContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<StepResult> steps = context.Steps;
        run = run with
        {
            FinishedAt = timeProvider.GetUtcNow(),
            Done = steps.Count(step => step.Outcome == StepOutcome.Done),
            Skipped = steps.Count(step => step.Outcome == StepOutcome.Skipped),
            Failed = steps.Count(step => step.Outcome == StepOutcome.Failed),
        };
        await log.AddIssuesAsync(context.ToIssues(), cancellationToken).ConfigureAwait(false);
        await log.EndRunAsync(run, cancellationToken).ConfigureAwait(false);
        var result = new IngestionResult { StartedAt = run.StartedAt, FinishedAt = run.FinishedAt.Value, Steps = steps };
        if (steps.Count > 0)
        {
            // A worker polls every few seconds, mostly to find that nothing is ready.
            IngestionLog.CallEnded(logger, run, result.Performance);
        }

        return result;
    }

    // Once a run, and only if there is a listener: a gauge that read the database itself would do so for each observer.
    private async Task UpdateJobMetricsAsync(CancellationToken cancellationToken)
    {
        if (metrics.WantsJobs)
        {
            metrics.UpdateJobs(await jobs.ListOpenAsync(null, cancellationToken).ConfigureAwait(false), timeProvider);
        }
    }
}
