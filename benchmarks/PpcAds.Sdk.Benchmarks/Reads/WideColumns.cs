namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>The columns of the wide table that the view of the same name has too.</summary>
internal static class WideColumns
{
    private static readonly string[] Plain =
    [
        "account_id", "profile_id", "dataset", "date", "entity_key", "campaign_id", "ad_group_id", "ad_id", "target_id",
        "target_kind", "target_text", "match_type", "search_term", "placement", "advertised_asin", "advertised_sku",
        "purchased_asin", "currency",
        "attribution_days", "impressions", "clicks", "orders", "units", "orders_clicks", "units_clicks", "orders_1d", "orders_7d",
        "orders_14d", "orders_30d", "units_1d", "units_7d", "units_14d", "units_30d", "changed_at",
    ];

    private static readonly string[] Money =
        ["cost", "sales", "sales_clicks", "sales_1d", "sales_7d", "sales_14d", "sales_30d", "sales_promoted"];

    /// <summary>The columns that hold values.</summary>
    /// <param name="money">The suffix of those that hold amounts.</param>
    public static IEnumerable<string> Stored(string money) => [.. Plain, .. Money.Select(name => name + money)];
}
