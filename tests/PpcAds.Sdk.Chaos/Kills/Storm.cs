using System.Diagnostics;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Soak;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>
/// Lives of databases: workers are killed in them at points that were chosen, then one runs to the end, and what is there must be what
/// an undisturbed life made.
/// </summary>
internal sealed class Storm(KillOptions options)
{
    private const int KillsInAStage = 14;
    private const int MostTold = 20;
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private readonly KillWorld _world = KillWorld.Draw(options.Seed);
    private readonly Lock _gate = new();
    private readonly List<string> _aftermath = [];
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

    /// <summary>Runs it.</summary>
    /// <returns>Whether it is good.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        Console.WriteLine(_world);
        using var watchdog = new Watchdog(cancellationToken);
        await using var databases = new ChaosDatabase(options.Database);
        await databases.StartAsync();
        try
        {
            return await RunAsync(databases, began, watchdog);
        }
        catch (OperationCanceledException) when (watchdog.HasBarked)
        {
            Console.WriteLine($"NOT GOOD: {Watchdog.Told}.");
            return false;
        }
    }

    private async Task<bool> RunAsync(ChaosDatabase databases, long began, Watchdog watchdog)
    {
        (Outcome undisturbed, Dictionary<Stage, PassedPoints> seen, HashSet<string> recurring) = await LiveUndisturbedAsync(databases, watchdog);
        Console.WriteLine($"Undisturbed: {undisturbed.Rows} rows, {undisturbed.Asked} reports, "
            + $"{seen.Values.SelectMany(points => points.InOrder).Distinct().Count()} kinds of points.");
        var targets = new KillTargets(seen, recurring, options.Kills, SoakDice.For(options.Seed, "kills"));
        targets.WriteDrawn(Console.Out);
        int lives = Math.Clamp(options.Kills / KillsInAStage, 1, Environment.ProcessorCount + 1);
        await Task.WhenAll(Enumerable.Range(0, lives).Select(async _ =>
        {
            while (targets.AreLeft)
            {
                await LiveAsync(databases, targets, undisturbed, watchdog);
                Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds,4:0} s, {_lives} lives, {targets.Killed} kills: rows lost {_lost}, doubled or changed {_doubled}, "
                    + $"wrong sums {_wrongSums}, asked twice {_askedTwice} (excused {_excused}), steps by two at once {_overlaps}, failed runs {_failedRuns}");
            }
        }));

        bool everywhere = targets.Write(Console.Out);
        bool good = everywhere && _aftermath.Count == 0 && _lost + _doubled + _wrongSums + _askedTwice + _failedRuns + _overlaps == 0;
        Console.WriteLine($"{targets.Killed} kills in {_lives} lives of {_steps} steps of seed {options.Seed} on {options.Database} with {options.Workers} worker{(options.Workers == 1 ? "" : "s")} at once, "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: rows lost {_lost}, doubled or changed {_doubled}, campaigns with wrong sums {_wrongSums}, "
            + $"reports asked twice {_askedTwice}, ({_adopted} of dead workers were taken over) but for {_excused} after kills between Amazon's answer and our note that outlived the making, "
            + $"steps run by two at once {_overlaps}, runs that failed {_failedRuns}, "
            + $"left behind {_aftermath.Count}.");
        _aftermath.Distinct().Take(MostTold).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(good ? "GOOD." : everywhere ? "NOT GOOD." : "NOT GOOD: some points were hit too seldom.");
        return good;
    }

    private async Task<(Outcome Outcome, Dictionary<Stage, PassedPoints> Seen, HashSet<string> Recurring)> LiveUndisturbedAsync(
        ChaosDatabase databases, Watchdog watchdog)
    {
        var seen = new Dictionary<Stage, PassedPoints>();
        await using Life life = await Life.BeginAsync(databases, _world, 1, options.IsBusy, watchdog.Token);
        var recurring = new HashSet<string>();
        foreach (Stage stage in Stages)
        {
            PassedPoints points = seen[stage] = new PassedPoints();
            await life.RunAsync(stage, [], _ => { }, point => Note(point, points.Add, watchdog), watchdog.Token);
            if (stage == Stage.Sync)
            {
                await life.RunAsync(stage, [], _ => { }, point => Note(point, one => recurring.Add(one), watchdog), watchdog.Token);
            }
        }

        if (life.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The undisturbed life failed: {string.Join(Environment.NewLine, life.Errors)}");
        }

        return (new Outcome(await databases.DumpAsync(life.Connection), life.Asked), seen, recurring);
    }

    private async Task LiveAsync(ChaosDatabase databases, KillTargets targets, Outcome undisturbed, Watchdog watchdog)
    {
        await using Life life = await Life.BeginAsync(databases, _world, options.Workers, options.IsBusy, watchdog.Token);
        foreach (Stage stage in Stages)
        {
            await DisturbAsync(life, stage, isDone: false, targets, watchdog);
            if (stage == Stage.Sync)
            {
                await DisturbAsync(life, stage, isDone: true, targets, watchdog);
            }
        }

        IReadOnlyList<IReadOnlyList<string>> found = await databases.DumpAsync(life.Connection);
        int wrongSums = await databases.CountWrongSumsAsync(life.Connection);
        IReadOnlyList<string> aftermath = await life.FindAftermathAsync();
        lock (_gate)
        {
            _lives++;
            _failedRuns += life.Errors.Count;
            life.Errors.ForEach(Console.WriteLine);
            (int lost, int more, IReadOnlyList<string> told) = undisturbed.Compare(found);
            (_lost, _doubled) = (_lost + lost, _doubled + more);
            told.ToList().ForEach(text => Console.WriteLine($"  {text}"));
            _aftermath.AddRange(aftermath);
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

    private static async Task DisturbAsync(Life life, Stage stage, bool isDone, KillTargets targets, Watchdog watchdog)
    {
        IReadOnlyList<KillTarget> taken = targets.Take(stage, isDone, KillsInAStage);
        if (!isDone || taken.Count > 0)
        {
            targets.Return(stage, await life.RunAsync(stage, taken, targets.Hit, _ => watchdog.Note(), watchdog.Token));
        }
    }

    private static void Note(string point, Action<string> note, Watchdog watchdog)
    {
        watchdog.Note();
        note(point);
    }
}
