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

    private static decimal? Ratio(decimal dividend, decimal divisor) => divisor == 0 ? null : dividend / divisor;
}
