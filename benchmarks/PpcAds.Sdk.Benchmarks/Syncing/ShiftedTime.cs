namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>The simulator's time: it began on a fixed day, so that runs repeat.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
