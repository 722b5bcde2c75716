namespace PpcAds.Sdk.Simulator.Faults;

/// <summary>Token buckets, one for each region and group of operations.</summary>
internal sealed class ThrottleGate(SimulatorClock clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (double Tokens, DateTimeOffset At)> _buckets = [];

    /// <summary>The limit in force; null for none. May change at any time.</summary>
    public SimulatorThrottle? Limit { get; set; }

    /// <summary>Takes a permit.</summary>
    /// <returns>Null when there was one; else the seconds until there is one again, at least 1.</returns>
    public int? Refuse(string bucket)
    {
        if (Limit is not { } limit)
        {
            return null;
        }

        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            (double tokens, DateTimeOffset at) = _buckets.TryGetValue(bucket, out var known) ? known : (limit.Burst, now);
            tokens = Math.Min(limit.Burst, tokens + ((now - at).TotalSeconds * limit.CallsPerSecond));
            bool granted = tokens >= 1;
            _buckets[bucket] = (granted ? tokens - 1 : tokens, now);
            return granted ? null : Math.Max(1, (int)Math.Ceiling((1 - tokens) / limit.CallsPerSecond));
        }
    }
}
