namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>How long calls took.</summary>
internal sealed class CallTimes
{
    private readonly List<TimeSpan> _times = [];

    public int Count => _times.Count;

    public void Add(TimeSpan time) => _times.Add(time);

    public void Add(CallTimes others) => _times.AddRange(others._times);

    /// <summary>In milliseconds: what that share of the calls took at most.</summary>
    public double Percentile(double share)
    {
        TimeSpan[] sorted = [.. _times.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))].TotalMilliseconds;
    }
}
