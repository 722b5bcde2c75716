using System.Collections.Frozen;

namespace PpcAds.Sdk.Etl;

/// <summary>What holds for each <see cref="PerformanceMetric"/>.</summary>
public static class PerformanceMetrics
{
    /// <summary>One millionth of a currency unit: money is held in whole ones.</summary>
    public const long MicrosPerUnit = 1_000_000;

    private static readonly FrozenDictionary<PerformanceMetric, string> Names = new Dictionary<PerformanceMetric, string>
    {
        [PerformanceMetric.Impressions] = "impressions",
        [PerformanceMetric.ViewableImpressions] = "viewable_impressions",
        [PerformanceMetric.Clicks] = "clicks",
        [PerformanceMetric.Cost] = "cost",
        [PerformanceMetric.Sales] = "sales",
        [PerformanceMetric.Orders] = "orders",
        [PerformanceMetric.Units] = "units",
        [PerformanceMetric.SalesClicks] = "sales_clicks",
        [PerformanceMetric.OrdersClicks] = "orders_clicks",
        [PerformanceMetric.UnitsClicks] = "units_clicks",
        [PerformanceMetric.Sales1d] = "sales_1d",
        [PerformanceMetric.Sales7d] = "sales_7d",
        [PerformanceMetric.Sales14d] = "sales_14d",
        [PerformanceMetric.Sales30d] = "sales_30d",
        [PerformanceMetric.Orders1d] = "orders_1d",
        [PerformanceMetric.Orders7d] = "orders_7d",
        [PerformanceMetric.Orders14d] = "orders_14d",
        [PerformanceMetric.Orders30d] = "orders_30d",
        [PerformanceMetric.Units1d] = "units_1d",
        [PerformanceMetric.Units7d] = "units_7d",
        [PerformanceMetric.Units14d] = "units_14d",
        [PerformanceMetric.Units30d] = "units_30d",
        [PerformanceMetric.SalesPromoted] = "sales_promoted",
        [PerformanceMetric.NewToBrandSales] = "new_to_brand_sales",
        [PerformanceMetric.NewToBrandOrders] = "new_to_brand_orders",
        [PerformanceMetric.NewToBrandUnits] = "new_to_brand_units",
        [PerformanceMetric.KindlePagesRead] = "kindle_pages_read",
        [PerformanceMetric.KindleRoyalties] = "kindle_royalties",
    }.ToFrozenDictionary();

    /// <summary>All metrics, in the order of the columns.</summary>
    public static IReadOnlyList<PerformanceMetric> All { get; } = Enum.GetValues<PerformanceMetric>();

    /// <summary>The metrics that stand summed on campaigns, ad groups and keywords.</summary>
    public static IReadOnlyList<PerformanceMetric> Aggregated { get; } =
    [
        PerformanceMetric.Impressions,
        PerformanceMetric.Clicks,
        PerformanceMetric.Cost,
        PerformanceMetric.Sales,
        PerformanceMetric.Orders,
        PerformanceMetric.Units,
    ];

    /// <summary>The column of the metric, such as <c>units_14d</c>.</summary>
    public static string GetColumnName(PerformanceMetric metric) => Names[metric];

    /// <summary>Whether the metric is an amount of money, and so held in millionths of the currency unit.</summary>
    public static bool IsMoney(PerformanceMetric metric) => metric
        is PerformanceMetric.Cost
        or PerformanceMetric.Sales
        or PerformanceMetric.SalesClicks
        or PerformanceMetric.SalesPromoted
        or PerformanceMetric.NewToBrandSales
        or PerformanceMetric.KindleRoyalties
        or (>= PerformanceMetric.Sales1d and <= PerformanceMetric.Sales30d);
}
