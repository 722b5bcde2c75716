using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>Lists what failed in a run: the reasons are those of the failure policy, which say what to do.</summary>
internal static class RunFailures
{
    public static IReadOnlyList<RunFailure> Of(
        RunProgress progress, IReadOnlyDictionary<(AccountId, ProfileId), ProfileRecord> profiles)
    {
        return
        [
            .. progress.Run.Error is { } error ? [new RunFailure("The run", error, StatusKind.Bad)] : Array.Empty<RunFailure>(),
            .. progress.Run.Steps.Where(step => step.Outcome == StepOutcome.Failed)
                .GroupBy(step => (step.AccountId, step.ProfileId, step.Reason))
                .Select(group => new RunFailure(
                    $"{Place(group.Key.AccountId, group.Key.ProfileId)}{string.Join(", ", group.Select(step => step.Step))}",
                    group.Key.Reason ?? "No reason was stored.",
                    StatusKind.Bad)),
            .. progress.Jobs.Where(job => job.State is ReportJobState.Abandoned or ReportJobState.Suspect)
                .Select(job => new RunFailure(
                    $"{Place(job.AccountId, job.ProfileId)}{job.Dataset}",
                    job.State == ReportJobState.Suspect
                        ? "The new report would remove too much of what is stored. The earlier figures stay until a second "
                            + "report agrees."
                        : job.Error ?? "It was given up. Its days are planned again by the next sync.",
                    job.State == ReportJobState.Suspect ? StatusKind.Attention : StatusKind.Bad)),
            .. progress.Run.Steps.Where(step => step is { Outcome: StepOutcome.Skipped, Reason: not null })
                .GroupBy(step => (step.AccountId, step.ProfileId, step.Reason))
                .Select(group => new RunFailure(
                    $"{Place(group.Key.AccountId, group.Key.ProfileId)}not tried: "
                        + string.Join(", ", group.Select(step => step.Step)),
                    group.Key.Reason!,
                    StatusKind.Note)),
        ];

        string Place(AccountId account, ProfileId? profile) =>
            profile is { } id ? $"{RunReader.NameOf(profiles.GetValueOrDefault((account, id)), id)}: " : "";
    }
}
