using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Sums, and the rates made from them: fractions, <see langword="null"/> where the divisor is 0.</summary>
/// <param name="Impressions">Impressions.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="Cost">Cost.</param>
/// <param name="Sales">Sales within the attribution window.</param>
/// <param name="Orders">Orders within it.</param>
/// <param name="Units">Units within it.</param>
public sealed record PerformanceSums(long Impressions, long Clicks, decimal Cost, decimal Sales, long Orders, long Units)
{
    /// <summary>Clicks per impression.</summary>
    public decimal? Ctr => Ratio(Clicks, Impressions);

    /// <summary>Cost per click.</summary>
    public decimal? Cpc => Ratio(Cost, Clicks);

    /// <summary>Orders per click.</summary>
    public decimal? Cvr => Ratio(Orders, Clicks);

    /// <summary>Advertising cost of sales: cost per sales.</summary>
    public decimal? Acos => Ratio(Cost, Sales);

    /// <summary>Return on ad spend: sales per cost.</summary>
    public decimal? Roas => Ratio(Sales, Cost);

    /// <summary>Gets no figures.</summary>
    public static PerformanceSums Zero { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Gets the figures of one row; those that it does not report are 0.</summary>
    /// <param name="row">The row; <see langword="null"/> for none.</param>
    public static PerformanceSums Of(PerformanceRecord? row)
    {
        return row is null
            ? Zero
            : new PerformanceSums(
                (long)Value(PerformanceMetric.Impressions),
                (long)Value(PerformanceMetric.Clicks),
                Value(PerformanceMetric.Cost),
                Value(PerformanceMetric.Sales),
                (long)Value(PerformanceMetric.Orders),
                (long)Value(PerformanceMetric.Units));

        decimal Value(PerformanceMetric metric) => row.Metrics.GetValueOrDefault(metric);
    }

    /// <summary>Subtracts figures.</summary>
    /// <param name="other">The figures to subtract.</param>
    public PerformanceSums Subtract(PerformanceSums other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PerformanceSums(
            Impressions - other.Impressions,
            Clicks - other.Clicks,
            Cost - other.Cost,
            Sales - other.Sales,
            Orders - other.Orders,
            Units - other.Units);
    }

    /// <summary>Adds figures.</summary>
    /// <param name="other">The figures to add.</param>
    public PerformanceSums Add(PerformanceSums other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PerformanceSums(
            Impressions + other.Impressions,
            Clicks + other.Clicks,
            Cost + other.Cost,
            Sales + other.Sales,
            Orders + other.Orders,
            Units + other.Units);
    }

    private static decimal? Ratio(decimal dividend, decimal divisor) => divisor == 0 ? null : dividend / divisor;
}
