namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The view <c>account_performance</c>: a day of a profile, product and currency. It sums the datasets by campaign, in which
/// everything is found once.
/// </summary>
internal static class AccountView
{
    public const string Name = "account_performance";

    private static readonly string[] Metrics =
    [
        "impressions", "clicks", "cost", "sales", "orders", "units", "sales_clicks", "orders_clicks", "units_clicks",
        "new_to_brand_sales", "new_to_brand_orders", "new_to_brand_units",
    ];

    public static ViewDefinition Define(ViewParts parts) => new(
        Name,
        [
            ("account_id", "t.account_id"),
            ("account_name", "a.name"),
            ("profile_id", "t.profile_id"),
            ("profile_name", "p.name"),
            ("country_code", "p.country_code"),
            ("dataset", "t.dataset"),
            ("ad_product", ViewParts.AdProduct("t.dataset")),
            ("date", "t.date"),
            ("currency", "t.currency"),
            ("attribution_days", "t.attribution_days"),
            .. Metrics.Select(metric => (metric, IsMoney(metric) ? parts.Money("t", metric) : "t." + metric)),
            .. parts.Fractions("t"),
            .. parts.InReportingCurrency("t"),
        ],
        $"""
        FROM (
          SELECT
            r.account_id, r.profile_id, r.dataset, r.date, r.currency, r.attribution_days,
            {string.Join(",\n    ", Metrics.Select(metric => Sum(parts.Dialect, metric)))}
          FROM {parts.Of(PpcAdsTables.Records)} r
          WHERE {ViewParts.IsOf("r.dataset", ".campaign")}
          GROUP BY r.account_id, r.profile_id, r.dataset, r.date, r.currency, r.attribution_days) t
        LEFT JOIN {parts.Of(PpcAdsTables.Accounts)} a
          ON a.account_id = t.account_id
        {parts.JoinProfile("t")}
        {parts.JoinRate("t")}
        """);

    private static string Sum(PpcAdsModelDialect dialect, string metric)
    {
        string column = IsMoney(metric) ? dialect.MoneyColumn(metric) : metric;
        return $"SUM(r.{column}) AS {column}";
    }

    private static bool IsMoney(string metric) => metric is "cost" or "sales" or "sales_clicks" or "new_to_brand_sales";
}
