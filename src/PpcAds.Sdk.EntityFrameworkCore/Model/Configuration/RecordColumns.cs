using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// The columns of the view <c>performance_records</c> as SQL over a row <c>r</c> of <c>performance_facts</c> and its scope
/// <c>s</c>.
/// </summary>
/// <param name="dialect">The kind of database.</param>
/// <param name="row">What the row is called.</param>
/// <param name="scope">What the scope is called.</param>
internal sealed class RecordColumns(PpcAdsModelDialect dialect, string row = "r", string scope = "s")
{
    /// <summary>The only datasets that rows are of: a metric that all of them report does not depend on the scope.</summary>
    public IReadOnlyList<Dataset> Datasets { get; init; } = [];

    /// <summary>Amounts as they are stored, for which some databases have a column of their own.</summary>
    public string Stored(PerformanceMetric metric)
    {
        string column = ColumnOf(metric);
        if (StoredMetrics.HeadlineOf(metric) is not { } headline)
        {
            return WhereReported(metric, column);
        }

        string isHeadlines = StoredMetrics.WindowOf(metric) is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"{row}.attribution_days = {days}")
            : IsReported(PerformanceMetric.Sales7d);
        return WhereReported(metric, $"CASE WHEN {isHeadlines} THEN {ColumnOf(headline)} ELSE {column} END");
    }

    /// <summary>The key of the row as text, see <see cref="PerformanceRow.GetEntityKey"/>.</summary>
    public string EntityKey =>
        $"""
        COALESCE(CAST(NULLIF({row}.campaign_id, 0) AS text), '-')
            || CASE
              WHEN {row}.detail >= {dialect.FirstHash} THEN '#' || {dialect.DetailText(row + ".detail")}
              ELSE COALESCE('.' || CAST({row}.ad_group_id AS text), '')
                || COALESCE(CASE WHEN {row}.target_kind = 'keyword' THEN '.k' ELSE '.t' END || CAST({row}.target_id AS text), '')
                || COALESCE('.' || CAST({row}.ad_id AS text), '')
            END
        """;

    /// <summary>All columns, each with its SQL.</summary>
    public IEnumerable<(string Name, string Sql)> All =>
    [
        ("account_id", $"{scope}.account_id"),
        ("profile_id", $"{scope}.profile_id"),
        ("dataset", $"{scope}.dataset"),
        ("date", $"{row}.date"),
        ("entity_key", EntityKey),
        ("campaign_id", $"NULLIF({row}.campaign_id, 0)"),
        .. Same("ad_group_id", "ad_id", "target_id"),
        .. Same([.. Enum.GetValues<PerformanceText>().Select(text => EnumText.Of(text))]),
        .. Same("currency", "attribution_days"),
        .. PerformanceMetrics.All.SelectMany(MetricColumns),
        .. dialect.MoneyViewColumns(FactTable.Share, $"{row}.{dialect.MoneyColumn(FactTable.Share)}"),
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
        return $"{row}." + (PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name);
    }

    private string WhereReported(PerformanceMetric metric, string sql) =>
        Datasets.Count > 0 && Datasets.All(dataset => dataset.Metrics.Contains(metric))
            ? $"COALESCE({sql}, 0)"
            : $"CASE WHEN {IsReported(metric)} THEN COALESCE({sql}, 0) END";

    private string IsReported(PerformanceMetric metric) =>
        dialect.HasBit($"{scope}.metrics", 1L << (int)metric);

    private IEnumerable<(string Name, string Sql)> Same(params string[] names) =>
        names.Select(name => (name, $"{row}.{name}"));
}
