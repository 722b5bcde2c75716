namespace PpcAds.Sdk.Testing;

/// <summary>A machine's clock that can be set wrong: time passes as in the world, the time of day is off.</summary>
public sealed class SkewedTimeProvider(SteppingTimeProvider world) : TimeProvider
{
    /// <summary>How far the clock is off.</summary>
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + Skew;

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(callback, state, dueTime, period);
}
