using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The view <c>restatements</c>: by what a load changed a day that had been loaded before. A change has no currency of its own:
/// it is the row's, or, when the row is gone, the profile's.
/// </summary>
internal static class RestatementsView
{
    public const string Name = "restatements";

    public static ViewDefinition Define(ViewParts parts) => new(
        Name,
        [
            ("account_id", "t.account_id"),
            ("profile_id", "t.profile_id"),
            ("profile_name", "p.name"),
            ("country_code", "p.country_code"),
            ("dataset", "t.dataset"),
            ("ad_product", PpcAdsModelDialect.AdProductOf("t.dataset")),
            ("date", "t.date"),
            ("known_at", "t.known_at"),
            ("age_days", parts.Dialect.DaysUntil("t.date", "t.known_at")),
            ("currency", "t.currency"),
            ("rows_changed", "t.rows_changed"),
            .. PerformanceMetrics.Aggregated.Select(metric => Amount(parts, metric)),
            .. parts.InReportingCurrency("t"),
        ],
        $"""
        FROM (
          SELECT
            s.account_id, s.profile_id, s.dataset, h.date, h.known_at, COALESCE(r.currency, q.currency) AS currency,
            COUNT(*) AS rows_changed,
            {string.Join(",\n    ", PerformanceMetrics.Aggregated.Select(metric => Sum(parts.Dialect, metric)))}
          FROM {parts.Of(ChangeTable.Name)} h
          JOIN {parts.Of(PpcAdsTables.Scopes)} s
            ON s.scope_id = h.scope_id
          LEFT JOIN {parts.Of(FactTable.Name)} r
            ON r.scope_id = h.scope_id
            AND r.date = h.date
            AND r.campaign_id = h.campaign_id
            AND r.detail = h.detail
          LEFT JOIN {parts.Of("ppc_profiles")} q
            ON q.account_id = s.account_id
            AND q.profile_id = s.profile_id
          GROUP BY s.account_id, s.profile_id, s.dataset, h.date, h.known_at, COALESCE(r.currency, q.currency)) t
        {parts.JoinProfile("t")}
        {parts.JoinRate("t")}
        """);

    private static (string Name, string Sql) Amount(ViewParts parts, PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        return (name, PerformanceMetrics.IsMoney(metric) ? parts.Money("t", name) : "t." + name);
    }

    private static string Sum(PpcAdsModelDialect dialect, PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        string column = PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name;
        return $"COALESCE(SUM(h.{column}), 0) AS {column}";
    }
}
