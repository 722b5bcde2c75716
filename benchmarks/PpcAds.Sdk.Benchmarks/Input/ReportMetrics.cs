namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>The metrics of the report, and the columns of the table that they fill. Written down here once more, so that a mistake of the SDK's shows.</summary>
internal static class ReportMetrics
{
    public const int Impressions = 0;
    public const int Clicks = 1;
    public const int Cost = 2;
    public const int Purchases1d = 3;
    public const int Purchases7d = 4;
    public const int Purchases14d = 5;
    public const int Purchases30d = 6;
    public const int Sales1d = 7;
    public const int Sales7d = 8;
    public const int Sales14d = 9;
    public const int Sales30d = 10;
    public const int Units1d = 11;
    public const int Units7d = 12;
    public const int Units14d = 13;
    public const int Units30d = 14;
    public const int SameSku7d = 15;
    public const int SameSku14d = 16;

    /// <summary>Their names in the report, in the order of the constants.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "impressions", "clicks", "cost",
        "purchases1d", "purchases7d", "purchases14d", "purchases30d",
        "sales1d", "sales7d", "sales14d", "sales30d",
        "unitsSoldClicks1d", "unitsSoldClicks7d", "unitsSoldClicks14d", "unitsSoldClicks30d",
        "attributedSalesSameSku7d", "attributedSalesSameSku14d",
    ];

    /// <summary>The table's columns and the metric of each, for a seller: what is attributed within 7 days is the headline.</summary>
    public static IReadOnlyList<(string Column, int Metric)> Stored { get; } =
    [
        ("impressions", Impressions), ("clicks", Clicks), ("cost", Cost),
        ("sales", Sales7d), ("orders", Purchases7d), ("units", Units7d),
        ("sales_clicks", Sales7d), ("orders_clicks", Purchases7d), ("units_clicks", Units7d),
        ("sales_1d", Sales1d), ("sales_7d", Sales7d), ("sales_14d", Sales14d), ("sales_30d", Sales30d),
        ("orders_1d", Purchases1d), ("orders_7d", Purchases7d), ("orders_14d", Purchases14d), ("orders_30d", Purchases30d),
        ("units_1d", Units1d), ("units_7d", Units7d), ("units_14d", Units14d), ("units_30d", Units30d),
        ("sales_promoted", SameSku7d),
    ];

    /// <summary>Whether it is money; then it is held in hundredths here.</summary>
    public static bool IsMoney(int metric) => metric is Cost or (>= Sales1d and <= Sales30d) or SameSku7d or SameSku14d;
}
