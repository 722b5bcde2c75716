namespace PpcAds.Sdk.Simulator;

/// <summary>The simulator's time: it starts at a given instant, goes on as its source does, and can be moved ahead.</summary>
public sealed class SimulatorClock
{
    private readonly TimeProvider _source;
    private readonly DateTimeOffset _asOf;
    private readonly long _started;
    private long _advancedTicks;

    internal SimulatorClock(DateTimeOffset asOf, TimeProvider source)
    {
        _asOf = asOf;
        _source = source;
        _started = source.GetTimestamp();
    }

    /// <summary>The simulator's now.</summary>
    public DateTimeOffset GetUtcNow() =>
        _asOf + _source.GetElapsedTime(_started) + TimeSpan.FromTicks(Interlocked.Read(ref _advancedTicks));

    /// <summary>Moves the clock ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The time is negative: tokens and reports would come back to life.
    /// </exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _advancedTicks, time.Ticks);
    }
}
