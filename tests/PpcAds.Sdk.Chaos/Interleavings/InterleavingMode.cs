using System.Diagnostics;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Each two operations under controlled schedules, on each database, with what must hold checked after each.</summary>
internal static class InterleavingMode
{
    /// <summary>One place more than a pair: some schedules are of three.</summary>
    private const int Places = 3;

    /// <param name="databases">postgresql, sqlite.</param>
    /// <param name="seed">By which points are drawn.</param>
    /// <param name="most">The most schedules of a pair in one order.</param>
    /// <param name="only">One schedule, to be repeated; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">The token to monitor.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> databases, int seed, int most, string? only, CancellationToken cancellationToken)
    {
        long begin = Stopwatch.GetTimestamp();
        Console.WriteLine($"Interleavings: seed {seed}, {most} schedules at most of each pair in each order, on {string.Join(" and ", databases)}.");
        int[] violations = await Task.WhenAll(databases.Select(database =>
            Task.Run(() => RunAsync(database, seed, most, only, cancellationToken), cancellationToken)));
        bool isGood = violations.Sum() == 0;
        Console.WriteLine($"{violations.Sum()} schedules violate what must hold, {Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s.");
        Console.WriteLine(isGood ? "GOOD." : $"NOT GOOD: --seed {seed}.");
        return isGood ? 0 : 1;
    }

    private static async Task<int> RunAsync(string kind, int seed, int most, string? only, CancellationToken cancellationToken)
    {
        await using IInterleavedDatabase database = kind == "sqlite" ? new SqliteInterleavings(Places) : new PostgreSqlInterleavings(Places);
        await database.StartAsync();
        var survey = new InterleavingSurvey(database, seed, most, Console.Out);
        return only is null ? await survey.RunAsync(cancellationToken) : await survey.RepeatAsync(Schedule.Parse(only));
    }
}
