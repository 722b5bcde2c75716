using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>The step that says how many reports are due.</summary>
internal static class PlanSteps
{
    public static StepResult Of(AccountId accountId, ProfileRecord profile, IReadOnlyList<PlannedReport> planned) => new()
    {
        AccountId = accountId,
        ProfileId = profile.ProfileId,
        Step = "plan",
        Outcome = StepOutcome.Done,
        Reason = planned.Count == 0 ? "Nothing is due." : $"{planned.Count} reports are due.",
    };
}
