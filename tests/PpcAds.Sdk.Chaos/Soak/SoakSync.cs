using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>Syncs of all accounts as a worker does them, and what they did.</summary>
internal sealed class SoakSync(IngestionOrchestrator orchestrator, SteppingTimeProvider time, SoakLoads loads)
{
    private const int TriesADay = 4;

    public long Loaded { get; private set; }

    public long Inserted { get; private set; }

    public long Changed { get; private set; }

    public long Removed { get; private set; }

    public int Suspect { get; private set; }

    public int Retried { get; private set; }

    /// <summary>When the last try planned its reports: what was due then must be there.</summary>
    public DateTimeOffset LastTry { get; private set; }

    /// <summary>The steps of the last call that were not done.</summary>
    public List<StepResult> Undone { get; } = [];

    /// <summary>A sync of all accounts and the reports it requested; again when something failed, as the next interval would.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var done = new HashSet<(AccountId Account, ProfileId? Profile, string Step)>();
        Undone.Clear();
        for (int attempt = 1; attempt <= TriesADay; attempt++)
        {
            LastTry = time.GetUtcNow();
            StepResult[] steps =
            [
                .. (await time.RunAsync(orchestrator.SyncAllAccountsAsync(null, cancellationToken))).Steps,
                .. (await time.RunAsync(orchestrator.CompleteReportsAsync(null, TimeSpan.FromHours(2), null, cancellationToken))).Steps,
            ];
            Note(steps);

            // A revoked grant is no failure that another try helps; and what an earlier try of the day did is done.
            done.UnionWith(steps.Where(step => step.Outcome == StepOutcome.Done).Select(KeyOf));
            StepResult[] failed =
            [
                .. steps.Where(step => step is { Outcome: StepOutcome.Failed, Exception: not AmazonAdsAuthenticationException { NeedsConsent: true } }
                    && (step.Job is not null || !done.Contains(KeyOf(step)))),
            ];
            if (failed.Length == 0)
            {
                return;
            }

            // A report that failed is planned again, by a profile's sync that must then run to its end.
            foreach (ReportJob job in failed.Select(step => step.Job).OfType<ReportJob>())
            {
                done.RemoveWhere(key => key.Account == job.AccountId && key.Profile == job.ProfileId);
            }

            Retried++;
        }
    }

    private static (AccountId, ProfileId?, string) KeyOf(StepResult step) => (step.AccountId, step.ProfileId, step.Step);

    private void Note(StepResult[] steps)
    {
        Undone.AddRange(steps.Where(step => step.Outcome != StepOutcome.Done));
        foreach (StepResult step in steps.Where(step => step is { Job: not null, Load: not null }))
        {
            loads.Note(step);
            Loaded++;
            Inserted += step.Load!.Inserted;
            Changed += step.Load.Changed;
            Removed += step.Load.Removed;
            Suspect += step.Load.IsSuspect ? 1 : 0;
        }
    }
}
