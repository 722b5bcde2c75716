using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Runs;

/// <summary>Gathers the steps of one call, reports progress, and notes issues.</summary>
internal sealed class SyncContext(
    IProgress<IngestionProgress>? progress,
    int stepsOfProfile,
    LenientTypes shapes,
    TimeProvider timeProvider,
    IngestionMetrics metrics,
    ILogger logger)
{
    private readonly ConcurrentQueue<StepResult> _steps = new();
    private readonly ConcurrentQueue<SyncIssue> _issues = new();
    private readonly ConcurrentDictionary<AccountId, SchemaDrift> _drift = new();

    /// <summary>What failures mean for the rest of the run.</summary>
    public required RunFailures Failures { get; init; }

    /// <summary>See <see cref="IngestionOptions.KeepRawJson"/>.</summary>
    public bool KeepsRawJson { get; init; }

    public ProgressTracker Count { get; } = new(timeProvider, stepsOfProfile);

    /// <summary>What in an account's answers differs from what the SDK knows.</summary>
    public SchemaDrift DriftOf(AccountId accountId) => _drift.GetOrAdd(accountId, id => new SchemaDrift(shapes, note =>
    {
        metrics.RecordDifference(note);
        IngestionLog.SchemaDrifted(logger, id, note.Source, note.ToString());
    })
    {
        KeepsRaw = KeepsRawJson,
    });

    public IReadOnlyList<StepResult> Steps => [.. _steps];

    /// <summary>Notes an issue, in addition to the steps.</summary>
    public void AddIssue(AccountId accountId, ProfileId? profileId, string step, string reason, string details, long count = 1)
    {
        AddQuietly(accountId, profileId, step, reason, details, count);
        IngestionLog.IssueNoted(logger, accountId, profileId, step, reason, details);
    }

    /// <summary>Notes days of datasets that are due, and were not requested.</summary>
    public void AddUnasked(AccountId accountId, ProfileId profileId, IReadOnlyList<PlannedReport> due, string cause)
    {
        foreach (IGrouping<string, PlannedReport> dataset in due.GroupBy(report => report.Dataset))
        {
            IEnumerable<DateOnly> days = dataset.SelectMany(report => DayRanges.Between(report.StartDate, report.EndDate));
            AddQuietly(accountId, profileId, $"report {dataset.Key}", "not requested", $"{DayRanges.Describe(days)}: {cause}", 1);
        }
    }

    /// <summary>Notes that the days of a job come later.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cause">
    /// The name of the rule that its failure met: texts with request ids would be another issue each time.
    /// </param>
    public void AddDelay(ReportJob job, string cause) => AddQuietly(
        job.AccountId,
        job.ProfileId,
        $"report {job.Dataset}",
        "report delayed",
        $"{DaysOf(job)}: {cause}; it is tried again.",
        1);

    private static string DaysOf(ReportJob job) => DayRanges.Describe(DayRanges.Between(job.StartDate, job.EndDate));

    private void AddQuietly(AccountId accountId, ProfileId? profileId, string step, string reason, string details, long count)
    {
        _issues.Enqueue(new SyncIssue
        {
            AccountId = accountId,
            ProfileId = profileId,
            Step = step,
            Reason = reason,
            Details = details,
            Count = count,
            At = timeProvider.GetUtcNow(),
        });
        metrics.RecordIssue(reason);
    }

    public void Begin(AccountId accountId, ProfileId? profileId, string step, ReportJob? job = null) =>
        Count.Begin(new IngestionProgress { AccountId = accountId, ProfileId = profileId, Step = step, Job = job }, Report);

    /// <summary>A step that ended without having begun: a skipped one, or a report job's.</summary>
    public StepResult Add(StepResult result) => Add(result, begun: false);

    private StepResult Add(StepResult result, bool begun)
    {
        _steps.Enqueue(result);
        metrics.RecordStep(result);
        var step = new IngestionProgress
        {
            AccountId = result.AccountId,
            ProfileId = result.ProfileId,
            Step = result.Step,
            Outcome = result.Outcome,
            Reason = result.Reason,
            Load = result.Load,
            Job = result.Job,
        };
        Count.End(step, begun, Report);
        IngestionLog.StepEnded(logger, result);
        return result;
    }

    /// <summary>Runs a step; its failure is a result, so that the others go on.</summary>
    public async Task<StepResult> RunAsync(
        AccountId accountId,
        ProfileId? profileId,
        string step,
        Func<Task<StepResult>> body,
        CancellationToken cancellationToken,
        FailureContext context = default)
    {
        using Activity? span = IngestionSpans.StartStep(accountId, profileId, step);
        StepResult result = await TryAsync(accountId, profileId, step, body, context, cancellationToken).ConfigureAwait(false);
        IngestionSpans.End(span, result);
        return Add(result, begun: true);
    }

    private async Task<StepResult> TryAsync(
        AccountId accountId,
        ProfileId? profileId,
        string step,
        Func<Task<StepResult>> body,
        FailureContext context,
        CancellationToken cancellationToken)
    {
        Begin(accountId, profileId, step);
        try
        {
            return await body().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (LeaseLostException)
        {
            // Not a step that failed: all that follows is another worker's.
            throw;
        }
        catch (Exception exception)
        {
            FailureDecision decision = Failures.Judge(exception, accountId, profileId, context);
            return new StepResult
            {
                AccountId = accountId,
                ProfileId = profileId,
                Step = step,
                Outcome = decision.Outcome,
                Reason = decision.Reason,
                Exception = exception,
            };
        }
    }

    /// <summary>Does something whose failure does no harm: the failure of the store is reported elsewhere.</summary>
    public async Task TryAsync(Func<Task> body)
    {
        try
        {
            await body().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PpcAdsValidationException || StorageErrors.Find(exception) is not null)
        {
            IngestionLog.NotNoted(logger, Failures.Describe(exception));
        }
    }

    private void Report(IngestionProgress step) => progress?.Report(step);

    public IReadOnlyList<SyncIssue> ToIssues() =>
    [
        .. Steps.Where(step => step.Outcome != StepOutcome.Done).Select(step => new SyncIssue
        {
            AccountId = step.AccountId,
            ProfileId = step.ProfileId,
            Step = step.Step,
            ReportId = step.Job?.ReportId,
            Reason = step.Outcome == StepOutcome.Failed ? "failed" : "skipped",
            Details = step.Job is { } job ? $"{DaysOf(job)}: {step.Reason}" : step.Reason ?? "",
            At = timeProvider.GetUtcNow(),
        }),
        .. _issues,
        .. _drift.SelectMany(account => account.Value.Notes.Select(note => new SyncIssue
        {
            AccountId = account.Key,
            Step = note.Key.Source,
            Reason = note.Key.Reason,
            Details = note.Key.ToString(),
            Count = note.Value,
            At = timeProvider.GetUtcNow(),
        })),
    ];
}
