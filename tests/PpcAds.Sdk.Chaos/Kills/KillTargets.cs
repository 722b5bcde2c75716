namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Where kills are still to happen, and where they did. Shared by lives that go on side by side.</summary>
internal sealed class KillTargets
{
    private const int LeastKillsAtAPoint = 3;
    private readonly Lock _gate = new();
    private readonly Random _random;
    private readonly Dictionary<Stage, List<KillTarget>> _open = [];
    private readonly SortedDictionary<string, int> _hits = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = [];
    private readonly IReadOnlySet<string> _recurring;
    private readonly int _kills;
    private readonly bool _isDrawn;
    private int _killed;

    /// <param name="seen">What an undisturbed worker passed in each stage.</param>
    /// <param name="recurring">What one passes in the first stage also when all is done.</param>
    /// <param name="kills">How many kills there are to be at least.</param>
    /// <param name="random">What chooses.</param>
    public KillTargets(IReadOnlyDictionary<Stage, PassedPoints> seen, IReadOnlySet<string> recurring, int kills, Random random)
    {
        _recurring = recurring;
        _random = random;
        _kills = kills;
        (Stage Stage, KillTarget Target)[] all = [.. seen.SelectMany(stage => FindTargets(stage.Key, stage.Value))];
        if (kills < all.Length)
        {
            _isDrawn = true;
            _random.Shuffle(all);
            all = all[..kills];
            _known = [.. all.Select(one => one.Target.Point!)];
        }
        else
        {
            all = [.. all.SelectMany(one => Enumerable.Range(0, LeastKillsAtAPoint).Select(
                _ => (one.Stage, one.Target with { Skip = SkipOf(one.Target.Point!, seen[one.Stage]) })))];
        }

        foreach (Stage stage in seen.Keys)
        {
            _open[stage] = [.. all.Where(one => one.Stage == stage).Select(one => one.Target)];
        }

        int moments = _isDrawn ? 0 : Math.Max(10, kills - all.Length);
        for (int i = 0; i < moments; i++)
        {
            Stage stage = i % 4 < 2 ? Stage.Sync : i % 4 == 2 ? Stage.Restate : Stage.Later;
            _open[stage].Add(new KillTarget(null, 0, _random.NextDouble() * seen[stage].InOrder.Count));
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
                return (!_isDrawn && _killed < _kills) || _open.Values.Any(targets => targets.Count > 0);
            }
        }
    }

    /// <summary>Targets for one life, each of another point, in the order in which a worker comes to them.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="isDone">Whether all work of the stage is done, so that only what recurs can be met.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<KillTarget> Take(Stage stage, bool isDone, int most)
    {
        lock (_gate)
        {
            KillTarget[] open = [.. _open[stage].Where(target => (target.Point is not null && _recurring.Contains(target.Point)) == isDone)];
            _random.Shuffle(open);
            List<KillTarget> taken = [.. open.DistinctBy(target => (object?)target.Point ?? target).Take(most).OrderBy(target => target.Position)];
            taken.ForEach(target => _open[stage].Remove(target));
            return taken;
        }
    }

    /// <summary>Targets that were not met in this life: others get them.</summary>
    public void Return(Stage stage, IEnumerable<KillTarget> targets)
    {
        lock (_gate)
        {
            // A moment that a worker did not live to see comes earlier in the next one.
            _open[stage].AddRange(targets.Select(target => target.Point is null
                ? target with { Position = Math.Floor(target.Position) + (target.Position % 1 / 2) }
                : target with { Skip = 0 }));
        }
    }

    public void Hit(KillTarget target)
    {
        lock (_gate)
        {
            _killed++;
            string point = target.Point ?? "at a random moment";
            _hits[point] = _hits.GetValueOrDefault(point) + 1;
        }
    }

    /// <summary>A point of several stages is hit in the first one that has it: that one has the most of it.</summary>
    private IEnumerable<(Stage Stage, KillTarget Target)> FindTargets(Stage stage, PassedPoints passed) =>
        [.. passed.InOrder.Index().Where(point => _known.Add(point.Item)).Select(point => (stage, new KillTarget(point.Item, SkipOf(point.Item, passed), point.Index)))];

    /// <summary>Of statements that are many in a row, any; of what happens to a job, the first that comes.</summary>
    private int SkipOf(string point, PassedPoints passed) => point.StartsWith("within", StringComparison.Ordinal) ? _random.Next(Math.Min(passed.CountOf(point), 8)) : 0;

    /// <summary>Prints which points were drawn, if not all are to be hit.</summary>
    public void WriteDrawn(TextWriter output)
    {
        if (_isDrawn)
        {
            lock (_gate)
            {
                output.WriteLine($"Drawn: {string.Join("; ", _open.SelectMany(stage => stage.Value.Select(target => $"{stage.Key}, {target.Point}")))}.");
            }
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

        if (_isDrawn)
        {
            return _known.All(point => _hits.ContainsKey(point));
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
