using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>The queries of what contradicts itself in the history of a profile and dataset.</summary>
internal sealed class HistorySql(TableNames names, ScopeKey key)
{
    private const string Row = "r.scope_id, r.known_at, r.date, r.campaign_id, r.detail";

    private static readonly PerformanceMetric[] Counts =
        [.. PerformanceMetrics.Aggregated.Where(metric => !PerformanceMetrics.IsMoney(metric))];

    /// <summary>
    /// Gets the query of changes that no load of their day made after its first one: day, campaign, detail and instant of each.
    /// </summary>
    public string WithoutLoad =>
        $"""
        SELECT r.date, r.campaign_id, r.detail, r.known_at
        {FromWithoutLoad}
        """;

    /// <summary>
    /// Gets the query of changes before which a count was below 0: day, campaign, detail, instant, and the clicks then. Amounts
    /// may be: Amazon takes some back.
    /// </summary>
    public string BelowZero =>
        $"""
        SELECT b.date, b.campaign_id, b.detail, b.known_at, b.clicks
        FROM (
          {Before.Indent()}) b
        WHERE {string.Join(" OR ", Counts.Select(metric => $"b.{PerformanceMetrics.GetColumnName(metric)} < 0"))}
        """;

    /// <summary>Gets the statement that removes changes that no load made.</summary>
    public string DeleteWithoutLoad =>
        $"""
        DELETE FROM {names.Changes}
        WHERE scope_id = {key.ScopeId}
          AND (known_at, date, campaign_id, detail) IN (
            SELECT r.known_at, r.date, r.campaign_id, r.detail
            {FromWithoutLoad.Indent().Indent()})
        """;

    /// <summary>Gets the statement that removes all changes of rows that would have been below 0.</summary>
    public string DeleteBelowZero =>
        $"""
        DELETE FROM {names.Changes}
        WHERE scope_id = {key.ScopeId}
          AND (date, campaign_id, detail) IN (
            SELECT z.date, z.campaign_id, z.detail
            FROM (
              {BelowZero.Indent().Indent().Indent()}) z)
        """;

    /// <summary>
    /// Gets the statement that adds loads of a day by what they changed, where other days say that there was a load at that
    /// instant.
    /// </summary>
    public string InsertLoads =>
        $"""
        INSERT INTO {names.DayLoads} (scope_id, date, loaded_at, report_generated_at)
        SELECT r.scope_id, r.date, r.known_at, MIN(o.report_generated_at)
        FROM {names.Changes} r
        JOIN {names.DayLoads} o
          ON o.scope_id = r.scope_id
          AND o.loaded_at = r.known_at
        JOIN {names.Days} d
          ON {Days}
          AND d.date = r.date
          AND d.first_loaded_at < r.known_at
        WHERE {key.Facts}
          AND NOT EXISTS (
            SELECT 1
            FROM {names.DayLoads} l
            WHERE l.scope_id = r.scope_id
              AND l.date = r.date
              AND l.loaded_at = r.known_at)
        GROUP BY r.scope_id, r.date, r.known_at
        """;

    private string Days => $"d.account_id = {key.Account} AND d.profile_id = {key.Profile} AND d.dataset = {key.Dataset}";

    private string FromWithoutLoad =>
        $"""
        FROM {names.Changes} r
        LEFT JOIN {names.DayLoads} l
          ON l.scope_id = r.scope_id
          AND l.date = r.date
          AND l.loaded_at = r.known_at
        LEFT JOIN {names.Days} d
          ON {Days}
          AND d.date = r.date
        WHERE {key.Facts}
          AND (l.date IS NULL OR d.first_loaded_at IS NULL OR r.known_at <= d.first_loaded_at)
        """;

    /// <summary>What each row was before each of its changes: what it is now, less that change and all later ones.</summary>
    private string Before
    {
        get
        {
            IEnumerable<string> counts = Counts.Select(PerformanceMetrics.GetColumnName).Select(
                column =>
                    $"COALESCE(f.{column}, 0) - SUM(COALESCE(r.{column}, 0)) OVER later AS {column}");
            return $"""
                SELECT {Row},
                  {string.Join(",\n  ", counts)}
                FROM {names.Changes} r
                LEFT JOIN {names.Facts} f
                  ON f.scope_id = r.scope_id
                  AND f.date = r.date
                  AND f.campaign_id = r.campaign_id
                  AND f.detail = r.detail
                WHERE {key.Facts}
                WINDOW later AS (PARTITION BY r.date, r.campaign_id, r.detail ORDER BY r.known_at DESC)
                """;
        }
    }
}
