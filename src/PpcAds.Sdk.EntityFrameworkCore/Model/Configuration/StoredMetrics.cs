using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// Which figures of a row <c>performance_facts</c> has: none twice. Only Sponsored Products has windows, and it counts clicks
/// only.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public static class StoredMetrics
{
    /// <summary>
    /// Returns a value that indicates whether rows have a figure of their own for a reported metric; else it is the headline's.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="reported">The metrics that the dataset reports.</param>
    /// <param name="attributionDays">The window of the headline metrics.</param>
    public static bool IsStored(PerformanceMetric metric, IReadOnlyList<PerformanceMetric> reported, int attributionDays)
    {
        ArgumentNullException.ThrowIfNull(reported);
        return HeadlineOf(metric) is null
            || !IsHeadlines(metric, attributionDays, reported.Contains(PerformanceMetric.Sales7d));
    }

    /// <summary>Gets the headline metric that another one of the same dataset may be equal to.</summary>
    /// <param name="metric">The metric.</param>
    public static PerformanceMetric? HeadlineOf(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.SalesClicks or (>= PerformanceMetric.Sales1d and <= PerformanceMetric.Sales30d) =>
            PerformanceMetric.Sales,
        PerformanceMetric.OrdersClicks or (>= PerformanceMetric.Orders1d and <= PerformanceMetric.Orders30d) =>
            PerformanceMetric.Orders,
        PerformanceMetric.UnitsClicks or (>= PerformanceMetric.Units1d and <= PerformanceMetric.Units30d) =>
            PerformanceMetric.Units,
        _ => null,
    };

    /// <summary>
    /// Returns the metric whose column has the figure of another one, as the view <c>performance_records</c> says in SQL;
    /// <see langword="null"/> when the dataset does not report it.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="reported">The metrics that the dataset reports, as bits.</param>
    /// <param name="attributionDays">The window of the headline metrics.</param>
    internal static PerformanceMetric? SourceOf(PerformanceMetric metric, long reported, int attributionDays)
    {
        if (!IsReported(metric))
        {
            return null;
        }

        return HeadlineOf(metric) is { } headline
            && IsHeadlines(metric, attributionDays, IsReported(PerformanceMetric.Sales7d)) ? headline : metric;

        bool IsReported(PerformanceMetric one) => (reported & (1L << (int)one)) != 0;
    }

    internal static int? WindowOf(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.Sales1d or PerformanceMetric.Orders1d or PerformanceMetric.Units1d => 1,
        PerformanceMetric.Sales7d or PerformanceMetric.Orders7d or PerformanceMetric.Units7d => 7,
        PerformanceMetric.Sales14d or PerformanceMetric.Orders14d or PerformanceMetric.Units14d => 14,
        PerformanceMetric.Sales30d or PerformanceMetric.Orders30d or PerformanceMetric.Units30d => 30,
        _ => null,
    };

    /// <summary>Whether a metric that has a headline is equal to it.</summary>
    private static bool IsHeadlines(PerformanceMetric metric, int attributionDays, bool hasWindows) =>
        WindowOf(metric) is { } days ? days == attributionDays : hasWindows;
}
