using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>One database from its first table to the last report, with a simulator of its own: workers are killed in it, others go on.</summary>
internal sealed class Life : IAsyncDisposable
{
    private static readonly TimeSpan LongestMoment = TimeSpan.FromSeconds(8);
    private const double MissingShare = 0.7;

    private readonly ChaosDatabase _databases;
    private readonly AmazonAdsSimulator _amazon;
    private readonly KillWorld _world;
    private readonly DateTimeOffset _started;
    private readonly int _workers;
    private readonly string _spoolFolder;
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();

    private Life(ChaosDatabase databases, AmazonAdsSimulator amazon, KillWorld world, string connection, int workers)
    {
        _databases = databases;
        _amazon = amazon;
        _world = world;
        Connection = connection;
        _workers = workers;
        _spoolFolder = databases.CreateFolder();
        _started = TimeProvider.System.GetUtcNow();
    }

    /// <summary>How long the leases of its workers are. Beside others a stall of the machine must not look like death.</summary>
    public required TimeSpan Lease { get; init; }

    public string Connection { get; }

    /// <summary>How many profiles its workers see.</summary>
    public int Profiles => _amazon.Truth.Profiles.Count(profile => profile.Region == SimulatorRegion.NA);

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

    public static async Task<Life> BeginAsync(
        ChaosDatabase databases, KillWorld world, int workers, bool isBusy, CancellationToken cancellationToken)
    {
        AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(world.Describe(), cancellationToken);

        // Of the profiles in America the first gets its reports, one of them at the second try; the second never does.
        long[] profiles = [.. amazon.Truth.Profiles.Where(profile => profile.Region == SimulatorRegion.NA).Select(profile => profile.ProfileId)];
        if (world.HasFailures)
        {
            amazon.Faults.Add(SimulatorFault.FailedReport() with { ProfileId = profiles[0] });
            amazon.Faults.Add(SimulatorFault.WithStatus("reports.create", 400, int.MaxValue) with { ProfileId = profiles[1] });
        }

        return new Life(databases, amazon, world, await databases.CreateAsync(), workers)
        {
            Lease = TimeSpan.FromSeconds((workers == 1 ? 1 : 5) * (isBusy ? 3 : 1)),
        };
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
                (int? exit, string error) = await CreateWorker(stage).RunAsync(
                    point =>
                    {
                        seen(point);
                        return ValueTask.FromResult((met = plan.Meet(point)) is not null);
                    },
                    moment is null ? null : LongestMoment * (moment.Position % 1),
                    cancellationToken);
                killed = exit is null;
                if (killed)
                {
                    await NoteDeathAsync();
                }

                lock (_gate)
                {
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

    /// <summary>A worker, or its database, died: what Amazon had answered by then may not have been noted.</summary>
    public async Task NoteDeathAsync()
    {
        IReadOnlyList<RequestingJob> asking = await _databases.ListRequestingAsync(Connection);
        lock (_gate)
        {
            Unnoted.AddRange(asking.Where(IsAnswered).Select(job => $"{job.Dataset}, {job.Start} to {job.End}"));
        }
    }

    /// <summary>Every table as sorted lines.</summary>
    public Task<IReadOnlyList<IReadOnlyList<string>>> DumpAsync() => _databases.DumpAsync(Connection);

    /// <summary>What must not be left behind, and is.</summary>
    public Task<IReadOnlyList<string>> FindAftermathAsync()
    {
        lock (_gate)
        {
            return Aftermath.FindAsync(_databases, Connection, _spoolFolder, _amazon, _output.ToString());
        }
    }

    public async ValueTask DisposeAsync() => await _amazon.DisposeAsync();

    /// <summary>A worker that does a stage to its end.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="change">Changes what it is told.</param>
    public ChildProcess CreateWorker(Stage stage, Func<WorkerArguments, WorkerArguments>? change = null)
    {
        var arguments = new WorkerArguments
        {
            Database = _databases.Kind,
            Connection = Connection,
            Stage = stage,
            Shift = _world.AsOf - _started + (stage == Stage.Later ? TimeSpan.FromHours(2) : TimeSpan.Zero),
            Lease = Lease,
            Amazon = _amazon.BaseAddress,
            ClientId = _amazon.ClientId,
            ClientSecret = _amazon.ClientSecret,
            RefreshToken = _amazon.RefreshToken,
            ProfileId = _amazon.Truth.Profiles.First(profile => profile.Region == SimulatorRegion.NA).ProfileId,
            FirstDay = DateOnly.FromDateTime(_world.AsOf.UtcDateTime).AddDays(-12),
            LastDay = DateOnly.FromDateTime(_world.AsOf.UtcDateTime).AddDays(-2),
            BackfillDays = _world.BackfillDays,
            Reports = 4,
            SpoolFolder = _spoolFolder,
        };
        return new ChildProcess([(change?.Invoke(arguments) ?? arguments).Write()], Overlaps, Keep);
    }

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
    public void Prepare(Stage stage)
    {
        if (stage != Stage.Sync && !_amazon.Faults.Pending.Any(fault => fault.Kind == SimulatorFaultKind.ReportLacksRows))
        {
            _amazon.Faults.Add(SimulatorFault.IncompleteReport(MissingShare, int.MaxValue));
        }
    }

    private void Keep(string line)
    {
        lock (_gate)
        {
            _output.Append(line).Append('\n');
        }
    }
}
