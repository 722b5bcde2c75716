using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>The sums of an entity in one currency.</summary>
/// <param name="Currency">The currency; <see langword="null"/> if it has no rows.</param>
/// <param name="Total">The sums of all days.</param>
/// <param name="Recent">Those of the last 30 days.</param>
internal sealed record EntityTotal(string? Currency, PerformanceSums Total, PerformanceSums Recent)
{
    /// <summary>The sums of an entity without rows.</summary>
    public static EntityTotal None { get; } = new(null, PerformanceSums.Zero, PerformanceSums.Zero);
}
