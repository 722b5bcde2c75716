using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using Spectre.Console;

namespace QuickStart;

/// <summary>Everything that goes wrong at Amazon sooner or later, and what became of each.</summary>
internal sealed class Chaos
{
    private readonly AmazonAdsSimulator _simulator;
    private readonly List<(string What, SimulatorFault Fault)> _faults;
    private readonly SimulatorProfileInfo _refused;

    public Chaos(AmazonAdsSimulator simulator)
    {
        _simulator = simulator;
        _refused = simulator.Truth.Profiles.Last(profile => profile.Type != "agency" && !profile.IsViewOnly);
        Refused = new HashSet<long> { _refused.ProfileId };
        _faults =
        [
            ("429 on a list, with Retry-After", SimulatorFault.Throttled("sp.campaigns.list", retryAfterSeconds: 1)),
            ("429 on profiles, without Retry-After", SimulatorFault.Throttled("profiles.list")),
            ("429 on a report request", SimulatorFault.Throttled("reports.create")),
            ("500 on a list, twice", SimulatorFault.WithStatus("sp.adGroups.list", 500, 2)),
            ("503 on a poll of a report", SimulatorFault.WithStatus("reports.get", 503)),
            ("a connection cut on a list", SimulatorFault.ConnectionClosed("sp.keywords.list")),
            ("a download cut within the file", SimulatorFault.Truncated("reports.download", 200)),
            ("a report FAILED once", SimulatorFault.FailedReport()),
            ("an answer lost, so that asking again is a 425", SimulatorFault.ConnectionClosed("reports.create") with { Skip = 2 }),
        ];
    }

    /// <summary>The profile that always answers 403.</summary>
    public IReadOnlySet<long> Refused { get; }

    public void Begin()
    {
        _simulator.Faults.Add(new SimulatorFault
        {
            Kind = SimulatorFaultKind.Status,
            Operation = "*",
            ProfileId = _refused.ProfileId,
            Status = 403,
            Times = int.MaxValue,
        });
        foreach ((_, SimulatorFault fault) in _faults)
        {
            _simulator.Faults.Add(fault);
        }
    }

    public void Write(IAnsiConsole console, IReadOnlyList<StepResult> steps)
    {
        Table table = new Table().Title("What went wrong, and what became of it").AddColumns("fault", "outcome", "");
        IReadOnlyList<SimulatorFault> pending = _simulator.Faults.Pending;
        bool othersFailed = steps.Any(step => step.Outcome == StepOutcome.Failed && step.ProfileId?.Value != _refused.ProfileId);
        foreach ((string what, SimulatorFault fault) in _faults)
        {
            bool hit = !pending.Contains(fault);
            table.AddRow(what, !hit ? "did not come up" : othersFailed ? "failed" : "recovered", "");
        }

        int conflicts = _simulator.Requests.Entries.Count(entry => entry is { Operation: "reports.create", Status: 425 });
        table.AddRow("425: the same report is under way", conflicts > 0 ? "recovered" : "did not come up", $"{conflicts} adopted");
        foreach (StepResult skipped in steps.Where(step => step.Outcome == StepOutcome.Skipped))
        {
            table.AddRow(Markup.Escape($"profile {skipped.ProfileId}: {skipped.Step}"), "skipped by rule", Markup.Escape(skipped.Reason ?? ""));
        }

        int refusals = _simulator.Requests.Entries.Count(entry => entry.ProfileId == _refused.ProfileId && entry.Status == 403);
        int failures = steps.Count(step => step.Outcome == StepOutcome.Failed && step.ProfileId?.Value == _refused.ProfileId);
        table.AddRow($"profile {_refused.ProfileId} answers 403", "failed", $"{failures} steps, {refusals} refusals; the others went on");
        console.Write(table);
    }
}
