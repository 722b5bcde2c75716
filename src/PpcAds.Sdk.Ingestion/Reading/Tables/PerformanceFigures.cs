using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>The sums of what a row of a dataset is about, for those who implement a reader.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed record PerformanceFigures
{
    /// <summary>Gets the key, see <see cref="PerformanceRecord.EntityKey"/>.</summary>
    public required string EntityKey { get; init; }

    /// <summary>Gets the campaign.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>Gets the ad group.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>Gets the ad.</summary>
    public long? AdId { get; init; }

    /// <summary>Gets the keyword or other target.</summary>
    public long? TargetId { get; init; }

    /// <summary>
    /// Gets the other dimensions, as the newest row of the period has them, or else that of the previous one.
    /// </summary>
    public required IReadOnlyDictionary<PerformanceText, string> Texts { get; init; }

    /// <summary>Gets the sums of the period; <see langword="null"/> if it has no row of it.</summary>
    public PerformanceSums? Sums { get; init; }

    /// <summary>Gets the sums of the previous period; <see langword="null"/> if it has no row of it.</summary>
    public PerformanceSums? Previous { get; init; }

    /// <summary>Makes figures of the rows of one key.</summary>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="period">The period.</param>
    /// <param name="previous">The previous period.</param>
    public static PerformanceFigures Of(
        IReadOnlyList<PerformanceRecord> rows, PerformancePeriod period, PerformancePeriod? previous)
    {
        ArgumentNullException.ThrowIfNull(rows);
        PerformanceRecord[] current = [.. rows.Where(row => period.Contains(row.Date))];
        PerformanceRecord newest = (current.Length > 0 ? current : rows).MaxBy(row => row.Date)!;
        return new PerformanceFigures
        {
            EntityKey = newest.EntityKey,
            CampaignId = newest.CampaignId,
            AdGroupId = newest.AdGroupId,
            AdId = newest.AdId,
            TargetId = newest.TargetId,
            Texts = newest.Texts,
            Sums = SumOf(current),
            Previous = previous is { } days ? SumOf(rows.Where(row => days.Contains(row.Date))) : null,
        };
    }

    private static PerformanceSums? SumOf(IEnumerable<PerformanceRecord> rows) => rows
        .Select(PerformanceSums.Of).Aggregate(default(PerformanceSums), (sum, one) => sum is null ? one : sum.Add(one));
}
