using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos;

/// <summary>
/// Lives of a database: workers are killed in it at points that were chosen, then one runs to the end, and what is there must be what
/// an undisturbed run made.
/// </summary>
internal sealed class Storm(int kills, int seed, string database, int workers)
{
    private const int KillsInALife = 8;
    private const int LeastKillsAtAPoint = 3;
    private static readonly TimeSpan LongestRandomLife = TimeSpan.FromSeconds(4);

    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, int> _hits = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _killed;
    private int _differences;
    private int _wrongSums;
    private int _askedTwice;
    private int _failedRuns;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var databases = new ChaosDatabase(database);
        await databases.StartAsync();
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions
            {
                AsOf = TimeProvider.System.GetUtcNow(),
                Profiles = 1,
                Campaigns = 8,
                ReportGenerationTime = TimeSpan.FromSeconds(3),
            },
            cancellationToken);

        var seen = new HashSet<string>();
        string undisturbed = await databases.CreateAsync();
        (int? exit, string error) = await Start(amazon, undisturbed).RunAsync(
            point =>
            {
                seen.Add(point);
                return false;
            },
            null,
            cancellationToken);
        if (exit != 0)
        {
            Console.WriteLine($"The undisturbed run failed: {error}");
            return 1;
        }

        IReadOnlyList<IReadOnlyList<string>> expected = await databases.DumpAsync(undisturbed);
        Console.WriteLine($"Undisturbed: {expected.Sum(table => table.Count)} rows, {seen.Count} kinds of points.");
        var targets = new Queue<string?>(Shuffle([.. seen.SelectMany(point => Enumerable.Repeat<string?>(point, LeastKillsAtAPoint))]));
        while (_killed < kills || targets.Count > 0)
        {
            await LiveAsync(amazon, databases, targets, expected, cancellationToken);
            Console.WriteLine($"{_killed} kills; differences {_differences}, wrong sums {_wrongSums}, asked twice {_askedTwice}, runs that failed {_failedRuns}");
        }

        foreach ((string point, int count) in _hits)
        {
            Console.WriteLine($"  {count,3}  {point}");
        }

        bool good = _differences + _wrongSums + _askedTwice + _failedRuns == 0 && seen.All(point => _hits.GetValueOrDefault(point) >= LeastKillsAtAPoint);
        Console.WriteLine(good ? "Nothing lost, nothing doubled." : "NOT GOOD.");
        return good ? 0 : 1;
    }

    private async Task LiveAsync(
        AmazonAdsSimulator amazon, ChaosDatabase databases, Queue<string?> targets, IReadOnlyList<IReadOnlyList<string>> expected, CancellationToken cancellationToken)
    {
        amazon.Requests.Clear();
        string connection = await databases.CreateAsync();
        int mayAskAgain = 0;
        for (int i = 0; i < KillsInALife; i++)
        {
            string? target = targets.Count > 0 ? targets.Dequeue() : null;
            if (await DisturbAsync(amazon, connection, target, cancellationToken) is not null)
            {
                // Amazon may have answered without our noting it: the next one asks again and is told of the same report, unless that is finished.
                mayAskAgain += await databases.CountRequestingAsync(connection);
            }
            else if (target is not null)
            {
                // Nothing of that kind is left to do in this life.
                targets.Enqueue(target);
                break;
            }
        }

        (int? exit, string error) = await Start(amazon, connection).RunAsync(_ => false, null, cancellationToken);
        if (exit != 0)
        {
            _failedRuns++;
            Console.WriteLine($"A last run failed: {error}");
        }

        IReadOnlyList<IReadOnlyList<string>> found = await databases.DumpAsync(connection);
        foreach ((IReadOnlyList<string> before, IReadOnlyList<string> after) in expected.Zip(found))
        {
            _differences += before.Except(after).Count() + after.Except(before).Count() + Math.Abs(after.Count - before.Count);
        }

        _wrongSums += await databases.CountWrongSumsAsync(connection);
        int twice = amazon.Requests.Entries.Where(entry => entry is { Operation: "reports.create", Status: 200 })
            .GroupBy(entry => (entry.ProfileId, entry.Body)).Sum(group => group.Count() - 1);
        if (twice > 0)
        {
            Console.WriteLine($"  {twice} reports were asked for again; up to {mayAskAgain} may be, by kills between Amazon's answer and our note that outlived the making");
            _askedTwice += Math.Max(0, twice - mayAskAgain);
        }
    }

    /// <summary>Runs workers until one is killed.</summary>
    /// <returns>Where, or null when all came to their end before.</returns>
    private async Task<string?> DisturbAsync(AmazonAdsSimulator amazon, string connection, string? target, CancellationToken cancellationToken)
    {
        string? hit = null;
        TimeSpan? after = target is null ? LongestRandomLife * _random.NextDouble() : null;
        (int? Exit, string Error)[] ends = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Start(amazon, connection).RunAsync(
            point =>
            {
                lock (_gate)
                {
                    if (hit is not null || point != target)
                    {
                        return false;
                    }

                    hit = point;
                    return true;
                }
            },
            after,
            cancellationToken)));
        if (target is null && ends.Any(end => end.Exit is null))
        {
            hit = "at a random moment";
        }

        _failedRuns += ends.Count(end => end.Exit > 0);
        if (hit is not null)
        {
            _killed++;
            _hits[hit] = _hits.GetValueOrDefault(hit) + 1;
        }

        return hit;
    }

    private ChildProcess Start(AmazonAdsSimulator amazon, string connection) => new(
        [database, connection, amazon.BaseAddress.AbsoluteUri, amazon.ClientId, amazon.ClientSecret, amazon.RefreshToken]);

    private string?[] Shuffle(string?[] points)
    {
        _random.Shuffle(points);
        return points;
    }
}
