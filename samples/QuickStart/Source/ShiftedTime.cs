namespace QuickStart.Source;

/// <summary>The time of another clock; waits take as long as they do.</summary>
internal sealed class ShiftedTime(Func<DateTimeOffset> now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now();
}
