using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>What was known when of one profile and dataset.</summary>
internal sealed class ScopeHistory
{
    public List<FigureChange> Changes { get; } = [];

    public List<DayLoad> Loads { get; } = [];

    /// <summary>The instant of a load: later than each before it, also when the clock was set back.</summary>
    public DateTimeOffset Next(DateTimeOffset now) =>
        Loads.Count > 0 && Loads.Max(load => load.LoadedAt) is var last && last >= now ? last.AddMicroseconds(1) : now;

    /// <summary>Notes by what a load changes a row.</summary>
    /// <param name="knownAt">The instant of the load.</param>
    /// <param name="before">The row before; <see langword="null"/> if there was none.</param>
    /// <param name="after">The row after; <see langword="null"/> if it is gone.</param>
    public void Add(DateTimeOffset knownAt, PerformanceRecord? before, PerformanceRecord? after)
    {
        PerformanceSums difference = SumsOf(after).Minus(SumsOf(before));
        if (difference != Nothing && (after ?? before) is { } row)
        {
            Changes.Add(new FigureChange(knownAt, row.EntityKey, row.Date, difference));
        }
    }

    public static PerformanceSums SumsOf(PerformanceRecord? row) => row is null
        ? Nothing
        : new PerformanceSums(
            (long)Of(row, PerformanceMetric.Impressions),
            (long)Of(row, PerformanceMetric.Clicks),
            Of(row, PerformanceMetric.Cost),
            Of(row, PerformanceMetric.Sales),
            (long)Of(row, PerformanceMetric.Orders),
            (long)Of(row, PerformanceMetric.Units));

    public static PerformanceSums Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    private static decimal Of(PerformanceRecord row, PerformanceMetric metric) => row.Metrics.GetValueOrDefault(metric);
}
