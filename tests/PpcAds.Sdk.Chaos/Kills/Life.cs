using System.Text.Json.Nodes;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>One database from its first table to the last report, with a simulator of its own: workers are killed in it, others go on.</summary>
internal sealed class Life : IAsyncDisposable
{
    /// <summary>The day on which all lives take place.</summary>
    private static readonly DateTimeOffset AsOf = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan GenerationTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestMoment = TimeSpan.FromSeconds(8);
    private const double MissingShare = 0.7;

    private readonly ChaosDatabase _databases;
    private readonly AmazonAdsSimulator _amazon;
    private readonly DateTimeOffset _started;
    private readonly int _workers;
    private readonly Lock _gate = new();

    private Life(ChaosDatabase databases, AmazonAdsSimulator amazon, string connection, int workers)
    {
        _databases = databases;
        _amazon = amazon;
        Connection = connection;
        _workers = workers;
        _started = TimeProvider.System.GetUtcNow();
    }

    public string Connection { get; }

    /// <summary>The steps of its workers.</summary>
    public StepOverlaps Overlaps { get; } = new();

    /// <summary>The reports that Amazon had taken on, and whose id died with the worker before it was noted.</summary>
    public List<string> Unnoted { get; } = [];

    /// <summary>How many reports were taken over that a dead worker had asked for.</summary>
    public int Adopted => _amazon.Requests.Entries.Count(entry => entry is { Operation: "reports.create", Status: 425 });

    /// <summary>How many reports Amazon was asked for, and took on.</summary>
    public int Asked => _amazon.Requests.Entries.Count(entry => entry is { Operation: "reports.create", Status: 200 });

    /// <summary>What workers that were not killed said went wrong.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<Life> BeginAsync(ChaosDatabase databases, int workers, CancellationToken cancellationToken)
    {
        AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions { AsOf = AsOf, Profiles = 4, Campaigns = 8, ReportGenerationTime = GenerationTime }, cancellationToken);

        // Of the two profiles in North America the first gets its reports, one of them at the second try; the other never does.
        long[] profiles = [.. amazon.Truth.Profiles.Where(profile => profile.Region == SimulatorRegion.NA).Select(profile => profile.ProfileId)];
        amazon.Faults.Add(SimulatorFault.FailedReport() with { ProfileId = profiles[0] });
        amazon.Faults.Add(SimulatorFault.WithStatus("reports.create", 400, int.MaxValue) with { ProfileId = profiles[1] });
        return new Life(databases, amazon, await databases.CreateAsync(), workers);
    }

    /// <summary>
    /// A stage to its end: workers side by side, each followed by another when it is killed. They are killed at the targets, one after
    /// the other.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="targets">Where, in the order in which workers come to them.</param>
    /// <param name="hit">Told each target that was met.</param>
    /// <param name="seen">Told each point that was passed.</param>
    /// <param name="cancellationToken">Ends all.</param>
    /// <returns>The targets that were not met before all came to the end of their work.</returns>
    public async Task<IReadOnlyList<KillTarget>> RunAsync(
        Stage stage, IReadOnlyList<KillTarget> targets, Action<KillTarget> hit, Action<string> seen, CancellationToken cancellationToken)
    {
        Prepare(stage);
        var plan = new KillPlan(targets);
        await Task.WhenAll(Enumerable.Range(0, _workers).Select(async _ =>
        {
            bool killed;
            do
            {
                KillTarget? moment = plan.TakeMoment();
                KillTarget? met = null;
                (int? exit, string error) = await Start(stage).RunAsync(
                    point =>
                    {
                        seen(point);
                        return (met = plan.Meet(point)) is not null;
                    },
                    moment is null ? null : LongestMoment * (moment.Position % 1),
                    cancellationToken);
                killed = exit is null;
                IReadOnlyList<RequestingJob> asking = killed ? await _databases.ListRequestingAsync(Connection) : [];
                lock (_gate)
                {
                    Unnoted.AddRange(asking.Where(IsAnswered).Select(job => $"{job.Dataset}, {job.Start} to {job.End}"));
                    if (!killed && exit != 0)
                    {
                        Errors.Add($"A worker of stage {stage}: {error}");
                    }
                }

                if (killed)
                {
                    hit((met ?? moment)!);
                }

                if (moment is not null && (met is not null || !killed))
                {
                    plan.Miss(moment);
                }
            }
            while (killed);
        }));
        return plan.Unmet;
    }

    public async ValueTask DisposeAsync() => await _amazon.DisposeAsync();

    /// <summary>Whether Amazon took a report on since the one before it.</summary>
    private bool IsAnswered(RequestingJob job) => _amazon.Requests.Entries.Any(entry =>
    {
        if (entry is not { Operation: "reports.create", Status: 200 } || entry.ProfileId != job.ProfileId || entry.At <= job.Before)
        {
            return false;
        }

        JsonNode body = JsonNode.Parse(entry.Body)!;
        string type = (string)body["configuration"]!["reportTypeId"]!;
        string dataset = type == "spTargeting" ? "sp.target" : body["configuration"]!["groupBy"]!.AsArray().Count == 2 ? "sp.ad_group" : "sp.campaign";
        return dataset == job.Dataset && (string)body["startDate"]! == job.Start && (string)body["endDate"]! == job.End;
    });

    /// <summary>From the second stage on every report lacks the same rows.</summary>
    private void Prepare(Stage stage)
    {
        if (stage != Stage.Sync && !_amazon.Faults.Pending.Any(fault => fault.Kind == SimulatorFaultKind.ReportLacksRows))
        {
            _amazon.Faults.Add(SimulatorFault.IncompleteReport(MissingShare, int.MaxValue));
        }
    }

    private ChildProcess Start(Stage stage) => new(
        [
            new WorkerArguments
            {
                Database = _databases.Kind,
                Connection = Connection,
                Stage = stage,
                Shift = AsOf - _started + (stage == Stage.Later ? TimeSpan.FromHours(2) : TimeSpan.Zero),

                // Beside others a stall of the machine must not look like death.
                Lease = TimeSpan.FromSeconds(_workers == 1 ? 1 : 5),
                Amazon = _amazon.BaseAddress,
                ClientId = _amazon.ClientId,
                ClientSecret = _amazon.ClientSecret,
                RefreshToken = _amazon.RefreshToken,
                ProfileId = _amazon.Truth.Profiles.First(profile => profile.Region == SimulatorRegion.NA).ProfileId,
                FirstDay = DateOnly.FromDateTime(AsOf.UtcDateTime).AddDays(-12),
                LastDay = DateOnly.FromDateTime(AsOf.UtcDateTime).AddDays(-2),
            }.Write(),
        ],
        Overlaps);
}
