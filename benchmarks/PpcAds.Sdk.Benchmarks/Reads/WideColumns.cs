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

    /// <summary>The definitions of columns that the views have since, without values here.</summary>
    /// <param name="money">The suffix of those that hold amounts.</param>
    public static IEnumerable<string> Later(string money) =>
    [
        "new_to_brand_orders bigint", "new_to_brand_units bigint", "new_to_brand_sales numeric(18,6)",
        "top_of_search_impression_share numeric(18,6)", .. money.Length > 0 ? [$"new_to_brand_sales{money} bigint"] : Array.Empty<string>(),
    ];

    /// <summary>The columns that hold values.</summary>
    /// <param name="money">The suffix of those that hold amounts.</param>
    public static IEnumerable<string> Stored(string money) => [.. Plain, .. Money.Select(name => name + money)];
}
