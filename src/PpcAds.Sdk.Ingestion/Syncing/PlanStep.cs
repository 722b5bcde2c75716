using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Jobs;
using PpcAds.Sdk.Ingestion.Planning;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Profiles;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>The step that adds jobs for the reports of a profile that are due.</summary>
internal sealed class PlanStep(ReportPlanning planning, RetryingReportJobStore jobs, TimeProvider timeProvider)
{
    public async Task RunAsync(AccountId accountId, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        await run.RunAsync(
            accountId,
            profile.ProfileId,
            "plan",
            async () =>
            {
                ReportPlan plan = await planning.PlanAsync(
                    accountId,
                    profile,
                    product => run.Failures.SkipOf(accountId, profile.ProfileId, product) is null,
                    cancellationToken).ConfigureAwait(false);
                foreach (DatasetRefusal refusal in plan.Resting)
                {
                    AddResting(refusal, run);
                }

                run.Count.See(
                    await jobs.AddAsync(plan.Reports, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false));
                return ResultOf(accountId, profile, plan.Reports);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds jobs for reports that were requested by hand.</summary>
    public Task<StepResult> AddAsync(
        AccountId accountId,
        ProfileRecord profile,
        IReadOnlyList<PlannedReport> planned,
        SyncContext run,
        CancellationToken cancellationToken) =>
        run.RunAsync(
            accountId,
            profile.ProfileId,
            "plan",
            async () =>
            {
                run.Count.See(await jobs.AddAsync(planned, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false));
                return ResultOf(accountId, profile, planned);
            },
            cancellationToken);

    /// <summary>Notes which days of a profile were not requested because it was stopped, unless it needs consent.</summary>
    public async Task AddUnaskedAsync(
        AccountId accountId, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        if (run.Failures.StopOf(accountId, profile.ProfileId) is not { Action: not FailureAction.NeedsConsent } stop
            || profile.Type == ProfileType.Agency)
        {
            return;
        }

        await run.TryAsync(async () =>
        {
            ReportPlan plan = await planning.PlanAsync(accountId, profile, _ => true, cancellationToken).ConfigureAwait(false);
            run.AddUnasked(accountId, profile.ProfileId, plan.Reports, stop.Rule.Name);
        }).ConfigureAwait(false);
    }

    private static void AddResting(DatasetRefusal refusal, SyncContext run) => run.Add(new StepResult
    {
        AccountId = refusal.AccountId,
        ProfileId = refusal.ProfileId,
        Step = $"report {refusal.Dataset}",
        Outcome = StepOutcome.Skipped,
        Reason = $"Amazon refused it {refusal.Refusals} times in a row, so it rests until "
            + $"{refusal.RefusedAt + DatasetRefusal.Rest:u}, unless it is requested by hand. The last refusal: {refusal.Reason}",
    });

    private static StepResult ResultOf(AccountId accountId, ProfileRecord profile, IReadOnlyList<PlannedReport> planned) => new()
    {
        AccountId = accountId,
        ProfileId = profile.ProfileId,
        Step = "plan",
        Outcome = StepOutcome.Done,
        Reason = planned.Count == 0 ? "Nothing is due." : $"{planned.Count} reports are due.",
    };
}
