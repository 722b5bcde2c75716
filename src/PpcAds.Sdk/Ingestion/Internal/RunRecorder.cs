using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Drift;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Gathers the steps of one call, tells progress, and notes what people may want to know.</summary>
internal sealed class RunRecorder(
    IProgress<IngestionProgress>? progress, int stepsOfProfile, LenientTypes shapes, TimeProvider timeProvider, PpcAdsMetrics metrics, ILogger logger)
{
    private readonly ConcurrentQueue<StepResult> _steps = new();
    private readonly ConcurrentDictionary<AccountId, SchemaDrift> _drift = new();

    /// <summary>What failures mean for the rest of the run.</summary>
    public required RunFailures Failures { get; init; }

    public ProgressCount Count { get; } = new(timeProvider, stepsOfProfile);

    /// <summary>What in an account's answers differs from what the SDK knows.</summary>
    public SchemaDrift DriftOf(AccountId accountId) => _drift.GetOrAdd(accountId, id => new SchemaDrift(shapes, note =>
    {
        metrics.Drifted(note);
        IngestionLog.SchemaDrifted(logger, id, note.Source, note.ToString());
    }));

    public IReadOnlyList<StepResult> Steps => [.. _steps];

    public void Begin(AccountId accountId, ProfileId? profileId, string step, ReportJob? job = null) =>
        Count.Begin(new IngestionProgress { AccountId = accountId, ProfileId = profileId, Step = step, Job = job }, Tell);

    /// <summary>A step that ended without having begun: a skipped one, or a report job's.</summary>
    public StepResult Add(StepResult result) => Add(result, begun: false);

    private StepResult Add(StepResult result, bool begun)
    {
        _steps.Enqueue(result);
        metrics.Ended(result);
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
        Count.End(step, begun, Tell);
        switch (result.Outcome)
        {
            case StepOutcome.Failed:
                IngestionLog.StepFailed(logger, result.AccountId, result.ProfileId, result.Step, result.Reason, result.Exception);
                break;
            case StepOutcome.Skipped:
                IngestionLog.StepSkipped(logger, result.AccountId, result.ProfileId, result.Step, result.Reason);
                break;
            default:
                IngestionLog.StepDone(logger, result.AccountId, result.ProfileId, result.Step, result.Load?.Loaded);
                break;
        }

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
        using Activity? span = PpcAdsSpans.Step(accountId, profileId, step);
        StepResult result = await TryAsync(accountId, profileId, step, body, context, cancellationToken).ConfigureAwait(false);
        PpcAdsSpans.Ended(span, result);
        return Add(result, begun: true);
    }

    private async Task<StepResult> TryAsync(
        AccountId accountId, ProfileId? profileId, string step, Func<Task<StepResult>> body, FailureContext context, CancellationToken cancellationToken)
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

    private void Tell(IngestionProgress step) => progress?.Report(step);

    public IReadOnlyList<SyncIssue> ToIssues() =>
    [
        .. Steps.Where(step => step.Outcome != StepOutcome.Done).Select(step => new SyncIssue
        {
            AccountId = step.AccountId,
            ProfileId = step.ProfileId,
            Step = step.Step,
            ReportId = step.Job?.ReportId,
            Reason = step.Outcome == StepOutcome.Failed ? "failed" : "skipped",
            Details = step.Reason ?? "",
            At = timeProvider.GetUtcNow(),
        }),
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
