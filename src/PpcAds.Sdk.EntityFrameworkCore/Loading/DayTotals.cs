using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>What the ledger says of a day's rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Impressions">The sum.</param>
/// <param name="Clicks">The sum.</param>
/// <param name="CostMicros">The sum, in millionths.</param>
/// <param name="Checksum">The sum of <see cref="RowChecksum"/>, of which 64 bits are kept.</param>
internal readonly record struct DayTotals(long Rows, long Impressions, long Clicks, long CostMicros, long Checksum)
{
    public DayFigures Figures => new(Rows, CostMicros);

    public DayTotals Plus(PerformanceRow row, long checksum) => Plus(
        row[PerformanceMetric.Impressions] ?? 0,
        row[PerformanceMetric.Clicks] ?? 0,
        row[PerformanceMetric.Cost] ?? 0,
        checksum);

    public DayTotals Plus(long impressions, long clicks, long costMicros, long checksum) => new(
        Rows + 1,
        checked(Impressions + impressions),
        checked(Clicks + clicks),
        checked(CostMicros + costMicros),
        unchecked(Checksum + checksum));
}
