using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The columns of the view <c>performance_records</c> as SQL over a row <c>r</c> of <c>performance_facts</c> and its scope
/// <c>s</c>.
/// </summary>
internal sealed class RecordColumns(PpcAdsModelDialect dialect)
{
    /// <summary>Amounts as they are stored, for which some databases have a column of their own.</summary>
    public string Stored(PerformanceMetric metric)
    {
        string column = ColumnOf(metric);
        if (StoredMetrics.HeadlineOf(metric) is not { } headline)
        {
            return WhereReported(metric, column);
        }

        string isHeadlines = StoredMetrics.WindowOf(metric) is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"r.attribution_days = {days}")
            : IsReported(PerformanceMetric.Sales7d);
        return WhereReported(metric, $"CASE WHEN {isHeadlines} THEN {ColumnOf(headline)} ELSE {column} END");
    }

    /// <summary>The key of the row as text, see <see cref="PerformanceRow.GetEntityKey"/>.</summary>
    public string EntityKey =>
        $"""
        COALESCE(CAST(NULLIF(r.campaign_id, 0) AS text), '-')
            || CASE
              WHEN r.detail >= {dialect.FirstHash} THEN '#' || {dialect.DetailText("r.detail")}
              ELSE COALESCE('.' || CAST(r.ad_group_id AS text), '')
                || COALESCE(CASE WHEN r.target_kind = 'keyword' THEN '.k' ELSE '.t' END || CAST(r.target_id AS text), '')
                || COALESCE('.' || CAST(r.ad_id AS text), '')
            END
        """;

    /// <summary>All columns, each with its SQL.</summary>
    public IEnumerable<(string Name, string Sql)> All =>
    [
        ("account_id", "s.account_id"),
        ("profile_id", "s.profile_id"),
        ("dataset", "s.dataset"),
        ("date", "r.date"),
        ("entity_key", EntityKey),
        ("campaign_id", "NULLIF(r.campaign_id, 0)"),
        .. Same("ad_group_id", "ad_id", "target_id"),
        .. Same([.. Enum.GetValues<PerformanceText>().Select(text => EnumText.Of(text))]),
        .. Same("currency", "attribution_days"),
        .. PerformanceMetrics.All.SelectMany(MetricColumns),
        .. dialect.MoneyViewColumns(FactTable.Share, "r." + dialect.MoneyColumn(FactTable.Share)),
        .. Same(FactTable.Extra, "changed_at"),
    ];

    private IEnumerable<(string Name, string Sql)> MetricColumns(PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        string sql = Stored(metric);
        return PerformanceMetrics.IsMoney(metric) ? dialect.MoneyViewColumns(name, sql) : [(name, sql)];
    }

    private string ColumnOf(PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        return "r." + (PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name);
    }

    private static string WhereReported(PerformanceMetric metric, string sql) =>
        $"CASE WHEN {IsReported(metric)} THEN COALESCE({sql}, 0) END";

    private static string IsReported(PerformanceMetric metric) =>
        string.Create(CultureInfo.InvariantCulture, $"s.metrics & {1L << (int)metric} <> 0");

    private static IEnumerable<(string Name, string Sql)> Same(params string[] names) =>
        names.Select(name => (name, "r." + name));
}
