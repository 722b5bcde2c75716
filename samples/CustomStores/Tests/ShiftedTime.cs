namespace CustomStores.Tests;

/// <summary>The system's time and what a test added to it.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public void Advance(TimeSpan time) => _shift += time;
}
