namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

/// <summary>A clock that is set, backwards too.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
