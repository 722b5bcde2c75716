namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Where kills are still to happen, and where they did. Shared by lives that go on side by side.</summary>
internal sealed class KillTargets
{
    private const int LeastKillsAtAPoint = 3;
    private readonly Lock _gate = new();
    private readonly Random _random;
    private readonly Dictionary<Stage, List<(string? Point, int Occurrence)>> _open = [];
    private readonly SortedDictionary<string, int> _hits = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = [];
    private readonly IReadOnlySet<string> _recurring;
    private readonly int _kills;
    private int _killed;

    /// <param name="seen">The points of each stage, and how often an undisturbed run passed them.</param>
    /// <param name="recurring">Those that the first stage passes also when all is done.</param>
    /// <param name="kills">How many kills there are to be at least.</param>
    /// <param name="random">What chooses.</param>
    public KillTargets(IReadOnlyDictionary<Stage, Dictionary<string, int>> seen, IReadOnlySet<string> recurring, int kills, Random random)
    {
        _recurring = recurring;
        _random = random;
        _kills = kills;
        foreach ((Stage stage, Dictionary<string, int> points) in seen)
        {
            _known.UnionWith(points.Keys);

            // A point of several stages is hit in the first one that has it: that one has the most of it.
            IEnumerable<string> own = points.Keys.Where(point => !seen.Any(other => other.Key < stage && other.Value.ContainsKey(point)));
            _open[stage] = [.. own.SelectMany(point => Enumerable.Range(0, LeastKillsAtAPoint).Select(_ => ((string?)point, _random.Next(Math.Min(points[point], 8)))))];
        }

        int moments = Math.Max(10, kills - _open.Values.Sum(targets => targets.Count));
        for (int i = 0; i < moments; i++)
        {
            _open[i % 4 < 2 ? Stage.Sync : i % 4 == 2 ? Stage.Restate : Stage.Later].Add((null, 0));
        }
    }

    public int Killed
    {
        get
        {
            lock (_gate)
            {
                return _killed;
            }
        }
    }

    public bool AreLeft
    {
        get
        {
            lock (_gate)
            {
                return _killed < _kills || _open.Values.Any(targets => targets.Count > 0);
            }
        }
    }

    /// <summary>The next target of a stage, by chance; null when there is none.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="isDone">Whether all work of the stage is done, so that only what recurs can be met.</param>
    public (string? Point, int Occurrence)? Take(Stage stage, bool isDone)
    {
        lock (_gate)
        {
            List<(string? Point, int)> targets = _open[stage];
            int[] fit = [.. Enumerable.Range(0, targets.Count).Where(i => (targets[i].Point is { } point && _recurring.Contains(point)) == isDone)];
            if (fit.Length == 0)
            {
                return null;
            }

            int index = fit[_random.Next(fit.Length)];
            (string?, int) target = targets[index];
            targets.RemoveAt(index);
            return target;
        }
    }

    /// <summary>The target was not met in this life: another one gets it, at the first occasion.</summary>
    public void Return(Stage stage, string? point)
    {
        lock (_gate)
        {
            _open[stage].Add((point, 0));
        }
    }

    public void Hit(string point)
    {
        lock (_gate)
        {
            _killed++;
            _hits[point] = _hits.GetValueOrDefault(point) + 1;
        }
    }

    public TimeSpan NextMoment(TimeSpan longest)
    {
        lock (_gate)
        {
            return longest * _random.NextDouble();
        }
    }

    /// <summary>Prints how many kills hit each point, and each state of a job.</summary>
    /// <returns>Whether each was hit often enough.</returns>
    public bool Write(TextWriter output)
    {
        output.WriteLine("Kills at each point:");
        foreach ((string point, int count) in _hits)
        {
            output.WriteLine($"  {count,3}  {point}");
        }

        output.WriteLine("Kills with a job just found in, or saved as:");
        string[] states = Enum.GetNames<Ingestion.ReportJobState>();
        int Of(string state) => _hits.Where(hit => hit.Key == $"after saved as {state}" || hit.Key == $"claimed as {state}" || (state == "Planned" && hit.Key == "after jobs are planned"))
            .Sum(hit => hit.Value);
        foreach (string state in states)
        {
            output.WriteLine($"  {Of(state),3}  {state}");
        }

        return _known.All(point => _hits.GetValueOrDefault(point) >= LeastKillsAtAPoint) && states.All(state => Of(state) >= LeastKillsAtAPoint);
    }
}
