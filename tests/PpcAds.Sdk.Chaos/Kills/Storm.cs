using System.Diagnostics;
using PpcAds.Sdk.Chaos.Databases;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>
/// Lives of databases: workers are killed in them at points that were chosen, then one runs to the end, and what is there must be what
/// an undisturbed life made.
/// </summary>
internal sealed class Storm(int kills, int seed, string database, int workers)
{
    private const int KillsInAStage = 14;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private readonly Lock _gate = new();
    private int _lives;
    private int _lost;
    private int _doubled;
    private int _wrongSums;
    private int _askedTwice;
    private int _excused;
    private int _adopted;
    private int _failedRuns;
    private int _steps;
    private int _overlaps;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(LongestRun, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var databases = new ChaosDatabase(database);
        await databases.StartAsync();
        try
        {
            return await RunAsync(databases, began, both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Console.WriteLine($"NOT GOOD: not done within {LongestRun}.");
            return 1;
        }
    }

    private async Task<int> RunAsync(ChaosDatabase databases, long began, CancellationToken cancellationToken)
    {
        (Outcome undisturbed, Dictionary<Stage, PassedPoints> seen, HashSet<string> recurring) = await LiveUndisturbedAsync(databases, cancellationToken);
        Console.WriteLine($"Undisturbed: {undisturbed.Tables.Sum(table => table.Count)} rows, {undisturbed.Asked} reports, "
            + $"{seen.Values.SelectMany(points => points.InOrder).Distinct().Count()} kinds of points.");
        var targets = new KillTargets(seen, recurring, kills, new Random(seed));
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount + 1).Select(async _ =>
        {
            while (targets.AreLeft)
            {
                await LiveAsync(databases, targets, undisturbed, cancellationToken);
                Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds,4:0} s, {_lives} lives, {targets.Killed} kills: rows lost {_lost}, doubled or changed {_doubled}, "
                    + $"wrong sums {_wrongSums}, asked twice {_askedTwice} (excused {_excused}), steps by two at once {_overlaps}, failed runs {_failedRuns}");
            }
        }));

        bool everywhere = targets.Write(Console.Out);
        bool good = everywhere && _lost + _doubled + _wrongSums + _askedTwice + _failedRuns + _overlaps == 0;
        Console.WriteLine($"{targets.Killed} kills in {_lives} lives of {_steps} steps on {database} with {workers} worker{(workers == 1 ? "" : "s")} at once, "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: rows lost {_lost}, doubled or changed {_doubled}, campaigns with wrong sums {_wrongSums}, "
            + $"reports asked twice {_askedTwice}, ({_adopted} of dead workers were taken over) but for {_excused} after kills between Amazon's answer and our note that outlived the making, "
            + $"steps run by two at once {_overlaps}, runs that failed {_failedRuns}.");
        Console.WriteLine(good ? "GOOD." : everywhere ? "NOT GOOD." : "NOT GOOD: some points were hit too seldom.");
        return good ? 0 : 1;
    }

    private async Task<(Outcome Outcome, Dictionary<Stage, PassedPoints> Seen, HashSet<string> Recurring)> LiveUndisturbedAsync(
        ChaosDatabase databases, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<Stage, PassedPoints>();
        await using Life life = await Life.BeginAsync(databases, 1, cancellationToken);
        var recurring = new HashSet<string>();
        foreach (Stage stage in Stages)
        {
            PassedPoints points = seen[stage] = new PassedPoints();
            await life.RunAsync(stage, [], _ => { }, points.Add, cancellationToken);
            if (stage == Stage.Sync)
            {
                await life.RunAsync(stage, [], _ => { }, point => recurring.Add(point), cancellationToken);
            }
        }

        if (life.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The undisturbed life failed: {string.Join(Environment.NewLine, life.Errors)}");
        }

        return (new Outcome(await databases.DumpAsync(life.Connection), life.Asked), seen, recurring);
    }

    private async Task LiveAsync(ChaosDatabase databases, KillTargets targets, Outcome undisturbed, CancellationToken cancellationToken)
    {
        await using Life life = await Life.BeginAsync(databases, workers, cancellationToken);
        foreach (Stage stage in Stages)
        {
            await DisturbAsync(life, stage, isDone: false, targets, cancellationToken);
            if (stage == Stage.Sync)
            {
                await DisturbAsync(life, stage, isDone: true, targets, cancellationToken);
            }
        }

        IReadOnlyList<IReadOnlyList<string>> found = await databases.DumpAsync(life.Connection);
        int wrongSums = await databases.CountWrongSumsAsync(life.Connection);
        lock (_gate)
        {
            _lives++;
            _failedRuns += life.Errors.Count;
            life.Errors.ForEach(Console.WriteLine);
            foreach ((IReadOnlyList<string> before, IReadOnlyList<string> after) in undisturbed.Tables.Zip(found))
            {
                // A row that is there twice is twice in a list that should have it once.
                List<string> more = [.. after];
                int lost = before.Count(row => !more.Remove(row));
                _lost += lost;
                _doubled += more.Count;
                if (lost + more.Count > 0)
                {
                    Console.WriteLine($"  {lost} rows are not there, such as {before.Except(after).FirstOrDefault()}; {more.Count} should not be, such as {more.FirstOrDefault()}");
                }
            }

            _wrongSums += wrongSums;
            _steps += life.Overlaps.Steps;
            _overlaps += life.Overlaps.Found.Count;
            life.Overlaps.Found.ForEach(step => Console.WriteLine($"  by two at once: {step}"));
            int twice = Math.Max(0, life.Asked - undisturbed.Asked);
            int excused = Math.Min(twice, life.Unnoted.Count);
            _excused += excused;
            _adopted += life.Adopted;
            _askedTwice += twice - excused;
            if (twice > 0)
            {
                Console.WriteLine($"  {twice} reports were asked for again. Killed between Amazon's answer and our note: {string.Join("; ", life.Unnoted)}");
            }
        }
    }

    private static async Task DisturbAsync(Life life, Stage stage, bool isDone, KillTargets targets, CancellationToken cancellationToken)
    {
        IReadOnlyList<KillTarget> taken = targets.Take(stage, isDone, KillsInAStage);
        if (!isDone || taken.Count > 0)
        {
            targets.Return(stage, await life.RunAsync(stage, taken, targets.Hit, _ => { }, cancellationToken));
        }
    }

    private sealed record Outcome(IReadOnlyList<IReadOnlyList<string>> Tables, int Asked);
}
