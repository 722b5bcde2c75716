namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>The targets of one stage of one life, met one after the other by whichever worker comes to them.</summary>
internal sealed class KillPlan(IReadOnlyList<KillTarget> targets)
{
    private readonly Lock _gate = new();
    private int _next;
    private int _passed;
    private readonly List<KillTarget> _missedMoments = [];

    /// <summary>Those that nobody came to.</summary>
    public IReadOnlyList<KillTarget> Unmet
    {
        get
        {
            lock (_gate)
            {
                return [.. targets.Skip(_next), .. _missedMoments];
            }
        }
    }

    /// <summary>The target that a worker just came to, which is to be killed then.</summary>
    public KillTarget? Meet(string point)
    {
        lock (_gate)
        {
            if (_next == targets.Count || targets[_next].Point != point || _passed++ < targets[_next].Skip)
            {
                return null;
            }

            _passed = 0;
            return targets[_next++];
        }
    }

    /// <summary>A random moment, if that is next: for the worker that starts now.</summary>
    public KillTarget? TakeMoment()
    {
        lock (_gate)
        {
            return _next < targets.Count && targets[_next].Point is null ? targets[_next++] : null;
        }
    }

    /// <summary>The worker ended before the moment came.</summary>
    public void Miss(KillTarget moment)
    {
        lock (_gate)
        {
            _missedMoments.Add(moment);
        }
    }
}
