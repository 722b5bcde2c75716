using System.Globalization;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Every pair of operations on one database.</summary>
internal sealed class InterleavingSurvey(IInterleavedDatabase database, int seed, int most, TextWriter output)
{
    /// <summary>Of three operations at once there are too many: so many are drawn.</summary>
    private const int Triples = 150;

    /// <summary>Schedules of operations that write nothing that the other writes.</summary>
    private const int Least = 2;

    private readonly ScheduleRunner _runner = new(database);
    private readonly Random _random = new(seed);
    private int _schedules;
    private int _blocked;
    private int _repeats;
    private int _violations;

    /// <returns>How many schedules violate something.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Operation, int> points = await CountPointsAsync();
        foreach (Operation first in Operations.All)
        {
            foreach (Operation second in Operations.All)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int before = _violations;
                List<Schedule> schedules = Draw(first, second, points);
                foreach (Schedule schedule in schedules)
                {
                    await RunAsync(schedule);
                }

                output.WriteLine(
                    $"{database.Kind}: {first.Name} ({points[first]} points) beside {second.Name} ({points[second]}): "
                    + $"{schedules.Count} schedules, {_violations - before} violations");
            }
        }

        for (int i = 0; i < Triples; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunAsync(DrawTriple(points));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.Kind}: {Operations.All.Count * Operations.All.Count} pairs and {Triples} triples, {_schedules} schedules, seed {seed}; "
            + $"an operation waited for a lock {_blocked} times, was repeated {_repeats} times; {_violations} violations."));
        return _violations;
    }

    /// <summary>One schedule, with its statements.</summary>
    public async Task<int> RepeatAsync(Schedule schedule)
    {
        ScheduleResult result = await RunAsync(schedule);
        for (int place = 0; place < result.Statements.Count; place++)
        {
            for (int i = 0; i < result.Statements[place].Count; i++)
            {
                string statement = result.Statements[place][i].ReplaceLineEndings(" ");
                string begin = statement[..Math.Min(160, statement.Length)];
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Schedule.Label(place)}{i + 1}: {begin}"));
            }
        }

        return _violations;
    }

    /// <summary>Each operation alone.</summary>
    private async Task<IReadOnlyDictionary<Operation, int>> CountPointsAsync()
    {
        var points = new Dictionary<Operation, int>();
        foreach (Operation operation in Operations.All)
        {
            // The first time the driver asks for the types of the database, and EF Core makes its queries.
            await RunAsync(new Schedule([operation, operation, operation], []));
            points[operation] = (await RunAsync(new Schedule([operation], []))).Statements[0].Count;
        }

        return points;
    }

    /// <summary>
    /// Some points of the first, or all, at which the second runs to its end, and some pairs of points. Operations that have
    /// nothing in common but the account get the least.
    /// </summary>
    private List<Schedule> Draw(Operation first, Operation second, IReadOnlyDictionary<Operation, int> points)
    {
        int[] all = [.. Enumerable.Range(1, points[first])];
        _random.Shuffle(all);
        int budget = (first.Subjects & second.Subjects) == Subjects.None ? Least : most;
        int cuts = Math.Min(all.Length, (budget * 2 / 3) + 1);
        return
        [
            .. all.Take(cuts).Order().Select(point => Schedule.Of(first, second, point)),
            .. Enumerable.Range(0, Math.Max(0, budget - cuts))
                .Select(_ => Schedule.Of(first, second, Point(first), Point(second))).DistinctBy(schedule => schedule.ToString()),
        ];

        int Point(Operation operation) => _random.Next(1, points[operation] + 1);
    }

    private Schedule DrawTriple(IReadOnlyDictionary<Operation, int> points)
    {
        Operation[] three = _random.GetItems(Operations.All.ToArray(), 3);
        return new Schedule(three, [(0, Point(0)), (1, Point(1)), (2, Point(2)), (_random.Next(3), int.MaxValue)]);

        int Point(int place) => _random.Next(1, points[three[place]] + 1);
    }

    private async Task<ScheduleResult> RunAsync(Schedule schedule)
    {
        ScheduleResult result = await _runner.RunAsync(schedule);
        _schedules++;
        _blocked += result.Blocked;
        _repeats += result.Repeats;
        if (result.Repeats > 0)
        {
            output.WriteLine($"{database.Kind}: an operation was repeated in \"{schedule}\"");
        }

        if (result.Violations.Count > 0)
        {
            _violations++;
            output.WriteLine($"{database.Kind}: VIOLATION of --interleaving \"{schedule}\": {string.Join("; ", result.Violations)}");
        }

        return result;
    }
}
