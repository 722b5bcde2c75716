using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>The metrics of a row; those that Amazon does not report for such rows are left out.</summary>
internal sealed record MetricsResponse
{
    [Description("How often ads were shown, invalid traffic taken out.")]
    [JsonPropertyName("impressions")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Impressions { get; init; }

    [Description("How often ads were in view.")]
    [JsonPropertyName("viewable_impressions")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ViewableImpressions { get; init; }

    [Description("Clicks, invalid ones taken out.")]
    [JsonPropertyName("clicks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Clicks { get; init; }

    [Description("What the clicks (or views) cost: a decimal number as a text.")]
    [JsonPropertyName("cost")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cost { get; init; }

    [Description("Sales within the attribution window: a decimal number as a text.")]
    [JsonPropertyName("sales")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sales { get; init; }

    [Description("Orders within the attribution window.")]
    [JsonPropertyName("orders")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Orders { get; init; }

    [Description("Units within the attribution window.")]
    [JsonPropertyName("units")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Units { get; init; }

    [Description("Sales after a click only: a decimal number as a text.")]
    [JsonPropertyName("sales_clicks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SalesClicks { get; init; }

    [Description("Orders after a click only.")]
    [JsonPropertyName("orders_clicks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? OrdersClicks { get; init; }

    [Description("Units after a click only.")]
    [JsonPropertyName("units_clicks")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? UnitsClicks { get; init; }

    [Description("Sales within 1 day: a decimal number as a text.")]
    [JsonPropertyName("sales_1d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sales1d { get; init; }

    [Description("Sales within 7 days: a decimal number as a text.")]
    [JsonPropertyName("sales_7d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sales7d { get; init; }

    [Description("Sales within 14 days: a decimal number as a text.")]
    [JsonPropertyName("sales_14d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sales14d { get; init; }

    [Description("Sales within 30 days: a decimal number as a text.")]
    [JsonPropertyName("sales_30d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sales30d { get; init; }

    [Description("Orders within 1 day.")]
    [JsonPropertyName("orders_1d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Orders1d { get; init; }

    [Description("Orders within 7 days.")]
    [JsonPropertyName("orders_7d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Orders7d { get; init; }

    [Description("Orders within 14 days.")]
    [JsonPropertyName("orders_14d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Orders14d { get; init; }

    [Description("Orders within 30 days.")]
    [JsonPropertyName("orders_30d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Orders30d { get; init; }

    [Description("Units within 1 day.")]
    [JsonPropertyName("units_1d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Units1d { get; init; }

    [Description("Units within 7 days.")]
    [JsonPropertyName("units_7d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Units7d { get; init; }

    [Description("Units within 14 days.")]
    [JsonPropertyName("units_14d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Units14d { get; init; }

    [Description("Units within 30 days.")]
    [JsonPropertyName("units_30d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Units30d { get; init; }

    [Description("Sales of the advertised product itself: a decimal number as a text.")]
    [JsonPropertyName("sales_promoted")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SalesPromoted { get; init; }

    [Description("Sales to shoppers who bought nothing of the brand in the year before: a decimal number as a text.")]
    [JsonPropertyName("new_to_brand_sales")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NewToBrandSales { get; init; }

    [Description("Orders of such shoppers.")]
    [JsonPropertyName("new_to_brand_orders")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NewToBrandOrders { get; init; }

    [Description("Units that such shoppers bought.")]
    [JsonPropertyName("new_to_brand_units")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NewToBrandUnits { get; init; }

    [Description("Pages of Kindle books that were read within 14 days (\"normalized\" ones in Amazon's words).")]
    [JsonPropertyName("kindle_pages_read")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? KindlePagesRead { get; init; }

    [Description("The estimated royalties of those pages: a decimal number as a text.")]
    [JsonPropertyName("kindle_royalties")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? KindleRoyalties { get; init; }

    public static MetricsResponse Of(PerformanceRecord record) => new()
    {
        Impressions = Count(record, PerformanceMetric.Impressions),
        ViewableImpressions = Count(record, PerformanceMetric.ViewableImpressions),
        Clicks = Count(record, PerformanceMetric.Clicks),
        Cost = Money(record, PerformanceMetric.Cost),
        Sales = Money(record, PerformanceMetric.Sales),
        Orders = Count(record, PerformanceMetric.Orders),
        Units = Count(record, PerformanceMetric.Units),
        SalesClicks = Money(record, PerformanceMetric.SalesClicks),
        OrdersClicks = Count(record, PerformanceMetric.OrdersClicks),
        UnitsClicks = Count(record, PerformanceMetric.UnitsClicks),
        Sales1d = Money(record, PerformanceMetric.Sales1d),
        Sales7d = Money(record, PerformanceMetric.Sales7d),
        Sales14d = Money(record, PerformanceMetric.Sales14d),
        Sales30d = Money(record, PerformanceMetric.Sales30d),
        Orders1d = Count(record, PerformanceMetric.Orders1d),
        Orders7d = Count(record, PerformanceMetric.Orders7d),
        Orders14d = Count(record, PerformanceMetric.Orders14d),
        Orders30d = Count(record, PerformanceMetric.Orders30d),
        Units1d = Count(record, PerformanceMetric.Units1d),
        Units7d = Count(record, PerformanceMetric.Units7d),
        Units14d = Count(record, PerformanceMetric.Units14d),
        Units30d = Count(record, PerformanceMetric.Units30d),
        SalesPromoted = Money(record, PerformanceMetric.SalesPromoted),
        NewToBrandSales = Money(record, PerformanceMetric.NewToBrandSales),
        NewToBrandOrders = Count(record, PerformanceMetric.NewToBrandOrders),
        NewToBrandUnits = Count(record, PerformanceMetric.NewToBrandUnits),
        KindlePagesRead = Count(record, PerformanceMetric.KindlePagesRead),
        KindleRoyalties = Money(record, PerformanceMetric.KindleRoyalties),
    };

    private static string? Money(PerformanceRecord record, PerformanceMetric metric) =>
        record.Metrics.TryGetValue(metric, out decimal value) ? DecimalText.Of(value) : null;

    private static long? Count(PerformanceRecord record, PerformanceMetric metric) =>
        record.Metrics.TryGetValue(metric, out decimal value) ? (long)value : null;
}
