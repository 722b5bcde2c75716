namespace PpcAds.Sdk.Reading;

/// <summary>The sums of all rows that match, not of a page.</summary>
/// <param name="Rows">How many rows match.</param>
/// <param name="Sums">Their sums.</param>
/// <param name="Previous">
/// Their sums in <see cref="PerformanceTableQuery.Previous"/>; <see langword="null"/> if none were requested.
/// </param>
public sealed record PerformanceTableTotals(long Rows, PerformanceSums Sums, PerformanceSums? Previous);
