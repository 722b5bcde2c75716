using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The view <c>account_performance</c>: a day of a profile, product and currency. It sums the datasets by campaign, in which
/// everything is found once.
/// </summary>
internal static class AccountView
{
    public const string Name = "account_performance";

    private static readonly PerformanceMetric[] Metrics =
    [
        PerformanceMetric.Impressions, PerformanceMetric.Clicks, PerformanceMetric.Cost,
        PerformanceMetric.Sales, PerformanceMetric.Orders, PerformanceMetric.Units,
        PerformanceMetric.SalesClicks, PerformanceMetric.OrdersClicks, PerformanceMetric.UnitsClicks,
        PerformanceMetric.NewToBrandSales, PerformanceMetric.NewToBrandOrders, PerformanceMetric.NewToBrandUnits,
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
            ("ad_product", PpcAdsModelDialect.AdProductOf("t.dataset")),
            ("date", "t.date"),
            ("currency", "t.currency"),
            ("attribution_days", "t.attribution_days"),
            .. Metrics.Select(metric => (
                NameOf(metric),
                PerformanceMetrics.IsMoney(metric) ? parts.Money("t", NameOf(metric)) : "t." + NameOf(metric))),
            .. parts.Fractions("t"),
            .. parts.InReportingCurrency("t"),
        ],
        $"""
        FROM (
          SELECT
            g.account_id, g.profile_id, g.dataset, g.date, g.currency, g.attribution_days,
            {string.Join(",\n    ", Metrics.Select(metric => Figure(parts.Dialect, metric)))}
          FROM (
            SELECT
              s.account_id, s.profile_id, s.dataset, s.metrics, r.date, r.currency, r.attribution_days,
              {string.Join(",\n      ", Metrics.Select(metric => Sum(parts.Dialect, metric)))}
            FROM {parts.Of(FactTable.Name)} r
            JOIN {parts.Of(PpcAdsTables.Scopes)} s
              ON s.scope_id = r.scope_id
            WHERE {ViewParts.IsOf("s.dataset", ".campaign")}
            GROUP BY s.account_id, s.profile_id, s.dataset, s.metrics, r.date, r.currency, r.attribution_days) g) t
        LEFT JOIN {parts.Of(PpcAdsTables.Accounts)} a
          ON a.account_id = t.account_id
        {parts.JoinProfile("t")}
        {parts.JoinRate("t")}
        """);

    /// <summary>Of a day's sums, not of each row: what a figure is read from is the same for all rows of a group.</summary>
    private static string Figure(PpcAdsModelDialect dialect, PerformanceMetric metric) =>
        $"{new RecordColumns(dialect, "g", "g") { Datasets = ViewParts.DatasetsOf(".campaign") }.Stored(metric)} AS "
        + StoredName(dialect, metric);

    private static string Sum(PpcAdsModelDialect dialect, PerformanceMetric metric) =>
        $"SUM(r.{StoredName(dialect, metric)}) AS {StoredName(dialect, metric)}";

    private static string StoredName(PpcAdsModelDialect dialect, PerformanceMetric metric) =>
        PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(NameOf(metric)) : NameOf(metric);

    private static string NameOf(PerformanceMetric metric) => PerformanceMetrics.GetColumnName(metric);
}
