namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>The system's time, at another date: a run does not depend on the day on which it is made.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
