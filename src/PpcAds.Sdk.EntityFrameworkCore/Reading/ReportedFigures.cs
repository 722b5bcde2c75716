using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Which figures the rows of a dataset have, and from which column each comes.</summary>
/// <param name="Reported">The metrics that the dataset reports, as bits.</param>
/// <param name="AttributionDays">The window of the headline metrics.</param>
/// <param name="Sources">Each metric that is reported, with the one whose column has its figure.</param>
internal sealed record ReportedFigures(
    long Reported, int AttributionDays, IReadOnlyList<(PerformanceMetric Metric, PerformanceMetric Source)> Sources)
{
    /// <summary>Gets all metrics in the order of their numbers, by which their columns are found.</summary>
    public static IReadOnlyList<PerformanceMetric> Metrics { get; } = [.. PerformanceMetrics.All.Order()];

    /// <summary>Returns the figures of rows with the same metrics and the same window.</summary>
    public static ReportedFigures Of(long reported, int attributionDays)
    {
        var sources = new List<(PerformanceMetric Metric, PerformanceMetric Source)>();
        foreach (PerformanceMetric metric in Metrics)
        {
            if (StoredMetrics.SourceOf(metric, reported, attributionDays) is { } source)
            {
                sources.Add((metric, source));
            }
        }

        return new ReportedFigures(reported, attributionDays, sources);
    }
}
