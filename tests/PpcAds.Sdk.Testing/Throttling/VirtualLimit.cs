namespace PpcAds.Sdk.Testing.Throttling;

/// <summary>A server's limit, as the simulator's: a token bucket whose rate may change, and a refusal takes nothing from it.</summary>
public sealed class VirtualLimit(TimeProvider time, double rate, double burst, bool sendsRetryAfter)
{
    private readonly long _origin = time.GetTimestamp();
    private readonly double _burst = burst;
    private double _tokens = burst;
    private double _at;

    /// <summary>The rate in force, in calls per second.</summary>
    public double Rate { get; private set; } = rate;

    /// <summary>Changes the rate.</summary>
    public void ChangeTo(double callsPerSecond)
    {
        Refill();
        Rate = callsPerSecond;
    }

    /// <summary>Takes a token.</summary>
    /// <returns>Whether there was one; if not, the seconds to wait, should the server tell.</returns>
    public (bool Granted, TimeSpan? RetryAfter) Take()
    {
        Refill();
        if (_tokens >= 1)
        {
            _tokens--;
            return (true, null);
        }

        double seconds = Rate > 0 ? Math.Clamp(Math.Ceiling((1 - _tokens) / Rate), 1, 3600) : 60;
        return (false, sendsRetryAfter ? TimeSpan.FromSeconds(seconds) : null);
    }

    private void Refill()
    {
        double now = time.GetElapsedTime(_origin).TotalSeconds;
        _tokens = Math.Min(_burst, _tokens + ((now - _at) * Rate));
        _at = now;
    }
}
