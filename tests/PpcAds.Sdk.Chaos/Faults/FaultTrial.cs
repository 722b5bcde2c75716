using System.Diagnostics;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Kills;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>What trials of one fault share: an undisturbed life, and the comparison of others with it.</summary>
internal sealed class FaultTrial(ChaosDatabase databases, KillWorld world, bool isBusy, IReadOnlyList<Stage> stages)
{
    /// <summary>The point before each load, and its download.</summary>
    public const string Begun = "after saved as Loading";

    /// <summary>The point after each load.</summary>
    public const string Committed = "after the load committed";

    public static readonly IReadOnlyList<Stage> AllStages = Enum.GetValues<Stage>();

    private Outcome? _undisturbed;
    private int _points;
    private long? _lastLoad;

    public ChaosDatabase Databases => databases;

    public IReadOnlyList<Stage> Stages => stages;

    /// <summary>What is wrong so far.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How many profiles the worker's region has.</summary>
    public int Profiles { get; private set; }

    /// <summary>How many points the undisturbed life passed.</summary>
    public int Points => _points;

    public async Task LiveUndisturbedAsync(CancellationToken cancellationToken)
    {
        await using Life life = await BeginAsync(1, cancellationToken);
        Profiles = life.Profiles;
        foreach (Stage stage in stages)
        {
            await life.RunAsync(stage, [], _ => { }, Note, cancellationToken);
        }

        if (life.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The undisturbed life failed: {string.Join(Environment.NewLine, life.Errors)}");
        }

        _undisturbed = new Outcome(await life.DumpAsync(), life.Asked);
        Console.WriteLine($"Undisturbed: {_undisturbed.Rows} rows, {_undisturbed.Asked} reports, {_points} points passed.");
    }

    /// <summary>The longest time between two loads of the undisturbed life, or of the first one: how fast the machine is.</summary>
    public TimeSpan LongestGap { get; private set; }

    public Task<Life> BeginAsync(int workers, CancellationToken cancellationToken) => Life.BeginAsync(databases, world, workers, isBusy, cancellationToken);

    /// <summary>A life is over: what it left must be what the undisturbed one did.</summary>
    /// <param name="name">What was done to it.</param>
    /// <param name="life">The life.</param>
    /// <param name="ignoresEmptySums">Whether no sums are as good as zeros.</param>
    public async Task CompareAsync(string name, Life life, bool ignoresEmptySums = false)
    {
        IReadOnlyList<IReadOnlyList<string>> found = await life.DumpAsync();
        (int lost, int more, IReadOnlyList<string> told) = ignoresEmptySums
            ? _undisturbed!.WithoutEmptySums().Compare(Outcome.WithoutEmptySums(found))
            : _undisturbed!.Compare(found);
        int wrongSums = await databases.CountWrongSumsAsync(life.Connection);
        int twice = Math.Max(0, life.Asked - _undisturbed.Asked);
        int excused = Math.Min(twice, life.Unnoted.Count);
        Console.WriteLine($"{name}: rows lost {lost}, doubled or changed {more}, campaigns with wrong sums {wrongSums}, reports asked twice {twice - excused} "
            + $"(excused {excused}), steps by two at once {life.Overlaps.Found.Count}, runs that failed {life.Errors.Count}.");
        Wrong.AddRange(told.Concat(life.Errors).Concat(life.Overlaps.Found.Select(step => $"by two at once: {step}")).Concat(await life.FindAftermathAsync())
            .Select(text => $"{name}: {text}"));
        if (wrongSums + twice - excused > 0)
        {
            Wrong.Add($"{name}: {wrongSums} wrong sums, {twice - excused} reports asked twice");
        }
    }

    private void Note(string point)
    {
        _points++;
        if (point == Begun)
        {
            _lastLoad ??= Stopwatch.GetTimestamp();
        }
        else if (point == Committed)
        {
            LongestGap = _lastLoad is { } last && Stopwatch.GetElapsedTime(last) is var gap && gap > LongestGap ? gap : LongestGap;
            _lastLoad = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Runs a trial, and says how it went.</summary>
    /// <returns>Whether it is good.</returns>
    public static async Task<bool> RunAsync(string database, Func<ChaosDatabase, Watchdog, Task<IReadOnlyList<string>>> body, CancellationToken cancellationToken)
    {
        using var watchdog = new Watchdog(cancellationToken);
        IReadOnlyList<string> wrong;
        await using var databases = new ChaosDatabase(database);
        await databases.StartAsync();
        try
        {
            wrong = await body(databases, watchdog);
        }
        catch (OperationCanceledException) when (watchdog.HasBarked)
        {
            wrong = [Watchdog.Told];
        }

        wrong.Take(20).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(wrong.Count == 0 ? "GOOD." : "NOT GOOD.");
        return wrong.Count == 0;
    }
}
