using System.Diagnostics;
using System.Globalization;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Kills;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>
/// Of two workers on PostgreSQL one is frozen, once within COPY and once between two statements of a load's transaction, and goes on later.
/// Meanwhile the other's loads go on, and it takes the frozen one's job over.
/// </summary>
internal sealed class Freeze(TimeSpan length, int seed, bool isBusy)
{
    private const string Planned = "after jobs are planned";
    private const string WithinCommit = "within the load's commit: after UPDATE ppc_report_jobs";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTakeOver = Lease + TimeSpan.FromSeconds(10);

    private FaultTrial? _trial;

    public Task<bool> RunAsync(CancellationToken cancellationToken) => FaultTrial.RunAsync("postgresql", RunAsync, cancellationToken);

    private async Task<IReadOnlyList<string>> RunAsync(ChaosDatabase databases, Watchdog watchdog)
    {
        // Enough reports that the other has some to load, whenever the one is frozen.
        KillWorld world = KillWorld.Draw(seed) with { HasFailures = false, BackfillDays = 90, GenerationTime = TimeSpan.FromSeconds(2) };
        Console.WriteLine(world);
        _trial = new FaultTrial(databases, world, isBusy, [Stage.Sync]);
        await _trial.LiveUndisturbedAsync(watchdog.Token);
        await LiveAsync("Frozen within COPY", isCopy: true, watchdog);
        await LiveAsync("Frozen between two statements", isCopy: false, watchdog);
        return _trial.Wrong;
    }

    private async Task LiveAsync(string name, bool isCopy, Watchdog watchdog)
    {
        await using Life life = await _trial!.BeginAsync(2, watchdog.Token);
        var loads = new Clock();
        bool isHeld = false;
        ChildProcess? first = null;
        Task Hold() => HoldAsync(name, isCopy, life, first!, loads, watchdog);
        using CopyHold? wire = isCopy ? new CopyHold(life.Connection, Hold) : null;
        first = life.CreateWorker(
            Stage.Sync, told => told with { Connection = wire?.ConnectionString ?? told.Connection, Reports = 1, Lease = Lease });
        Task<(int? Exit, string Error)>? second = null;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int profiles = 0;
        (int? Exit, string Error) end = await first.RunAsync(
            async point =>
            {
                watchdog.Note();
                if (point == Planned && ++profiles == _trial.Profiles)
                {
                    second = RunSecondAsync(life, loads, begun, watchdog);
                    await Task.WhenAny(begun.Task, second);
                }
                else if (!isCopy && !isHeld && point == WithinCommit)
                {
                    isHeld = true;
                    await Hold();
                }

                return false;
            },
            null,
            watchdog.Token);
        loads.Freeze();
        (int? Exit, string Error)[] ends = [end, second is null ? (1, "There was nothing for two.") : await second];
        life.Errors.AddRange(ends.Where(one => one.Exit != 0).Select(one => one.Error));
        if (!loads.IsOver)
        {
            _trial.Wrong.Add($"{name}: the worker did not come to where it was to be frozen");
        }

        await _trial.CompareAsync(name, life);
    }

    /// <summary>It begins when all reports are planned, and loads none before the first is frozen.</summary>
    private static Task<(int? Exit, string Error)> RunSecondAsync(Life life, Clock loads, TaskCompletionSource begun, Watchdog watchdog) =>
        life.CreateWorker(Stage.Sync, told => told with { Lease = Lease, WaitsForTurn = false }).RunAsync(
            async point =>
            {
                watchdog.Note();
                if (point.StartsWith("claimed", StringComparison.Ordinal))
                {
                    begun.TrySetResult();
                }

                if (point == FaultTrial.Begun)
                {
                    await loads.Begun;
                }
                else if (point == FaultTrial.Committed)
                {
                    loads.Tick();
                }

                return false;
            },
            null,
            watchdog.Token);

    private async Task HoldAsync(string name, bool isCopy, Life life, ChildProcess worker, Clock loads, Watchdog watchdog)
    {
        // The rows that the server has by then are at its end of the wire.
        await Signals.FreezeAsync(worker.Id);
        life.Overlaps.Forget(worker.Id);
        long began = loads.Freeze();
        string owner = string.Create(CultureInfo.InvariantCulture, $"{worker.Id}@%");
        string session = isCopy ? "state = 'active' AND wait_event = 'ClientRead' AND query LIKE 'COPY performance_facts%'" : "state = 'idle in transaction'";
        int jobs = 0;
        TimeSpan? taken = null;
        List<string> job = await QueryAsync(life, $"SELECT job_id FROM ppc_report_jobs WHERE state = 'loading' AND lease_owner LIKE '{owner}'");
        if (job.Count != 1 || (await UntilAsync(life, $"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND {session}")).Count == 0)
        {
            _trial!.Wrong.Add($"{name}: it was frozen with {job.Count} loads, or elsewhere");
        }
        else
        {
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                watchdog.Note();
                jobs = (await QueryAsync(life, $"SELECT job_id FROM ppc_report_jobs WHERE job_id = {job[0]} AND state = 'loaded'")).Count;
                if (jobs > 0)
                {
                    taken ??= Stopwatch.GetElapsedTime(began);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, watchdog.Token);
            }

            TimeSpan? next = loads.Next;
            Console.WriteLine($"{name} for {length.TotalSeconds:0} s, leases of {Lease.TotalSeconds:0} s: the next load of the other committed after {Text(next)}, "
                + $"the frozen worker's own job was loaded after {Text(taken)} (undisturbed: a load every {_trial!.LongestGap.TotalSeconds:0.0} s at least).");
            if (!(next <= LongestPause))
            {
                _trial.Wrong.Add($"{name}: the other's loads did not go on within {LongestPause.TotalSeconds:0} s");
            }

            if (!(taken <= LongestTakeOver))
            {
                _trial.Wrong.Add($"{name}: its job was not loaded by the other within {LongestTakeOver.TotalSeconds:0} s");
            }
        }

        loads.IsOver = true;
        await Signals.ThawAsync(worker.Id);
    }

    private Task<List<string>> QueryAsync(Life life, string sql) => _trial!.Databases.QueryAsync(life.Connection, sql);

    /// <summary>What was sent arrives a moment later.</summary>
    private async Task<List<string>> UntilAsync(Life life, string sql)
    {
        List<string> found = [];
        for (int i = 0; i < 20 && found.Count == 0; i++)
        {
            found = await QueryAsync(life, sql);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return found;
    }

    private static string Text(TimeSpan? time) => time is { } some ? $"{some.TotalSeconds:0.0} s" : "more than that";

    /// <summary>When the one was frozen, and how long after that the other's next load committed.</summary>
    private sealed class Clock
    {
        private readonly Lock _gate = new();
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long? _frozen;

        /// <summary>Ends when the one is frozen.</summary>
        public Task Begun => _begun.Task;

        /// <summary>Whether it was, and went on.</summary>
        public bool IsOver { get; set; }

        public TimeSpan? Next { get; private set; }

        public long Freeze()
        {
            lock (_gate)
            {
                long now = Stopwatch.GetTimestamp();
                _frozen ??= now;
                _begun.TrySetResult();
                return now;
            }
        }

        public void Tick()
        {
            lock (_gate)
            {
                if (_frozen is { } at)
                {
                    Next ??= Stopwatch.GetElapsedTime(at);
                }
            }
        }
    }
}
