using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>What the ledger says of a day's rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Impressions">The sum.</param>
/// <param name="Clicks">The sum.</param>
/// <param name="CostMicros">The sum, in millionths.</param>
internal readonly record struct DayTotals(long Rows, long Impressions, long Clicks, long CostMicros)
{
    public DayFigures Figures => new(Rows, CostMicros);

    public DayTotals Plus(PerformanceRow row) => new(
        Rows + 1,
        checked(Impressions + (row[PerformanceMetric.Impressions] ?? 0)),
        checked(Clicks + (row[PerformanceMetric.Clicks] ?? 0)),
        checked(CostMicros + (row[PerformanceMetric.Cost] ?? 0)));
}
