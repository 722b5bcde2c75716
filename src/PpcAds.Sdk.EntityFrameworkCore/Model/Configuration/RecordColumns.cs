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
    /// <summary>
    /// Whether rows have a figure of their own for a reported metric; else it is the headline's. Only Sponsored Products has
    /// windows, and it counts clicks only.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="reported">The metrics that the dataset reports.</param>
    /// <param name="attributionDays">The window of the headline metrics.</param>
    public static bool IsStored(PerformanceMetric metric, IReadOnlyList<PerformanceMetric> reported, int attributionDays) =>
        HeadlineOf(metric) is null
        || (WindowOf(metric) is { } days ? days != attributionDays : !reported.Contains(PerformanceMetric.Sales7d));

    /// <summary>
    /// Returns the metric whose column has the figure of another one, as <see cref="Stored"/> says in SQL; <see langword="null"/>
    /// when the dataset does not report it.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="reported">The metrics that the dataset reports, as bits.</param>
    /// <param name="attributionDays">The window of the headline metrics.</param>
    public static PerformanceMetric? SourceOf(PerformanceMetric metric, long reported, int attributionDays)
    {
        if (!IsReported(metric))
        {
            return null;
        }

        bool isHeadlines = WindowOf(metric) is { } days ? days == attributionDays : IsReported(PerformanceMetric.Sales7d);
        return HeadlineOf(metric) is { } headline && isHeadlines ? headline : metric;

        bool IsReported(PerformanceMetric one) => (reported & (1L << (int)one)) != 0;
    }

    /// <summary>Amounts as they are stored, for which some databases have a column of their own.</summary>
    public string Stored(PerformanceMetric metric)
    {
        string column = ColumnOf(metric);
        if (HeadlineOf(metric) is not { } headline)
        {
            return WhereReported(metric, column);
        }

        string isHeadlines = WindowOf(metric) is { } days
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
        $"CASE WHEN {IsReported(metric)} THEN COALESCE({sql}, 0) END";

    private string IsReported(PerformanceMetric metric) =>
        string.Create(CultureInfo.InvariantCulture, $"{scope}.metrics & {1L << (int)metric} <> 0");

    private IEnumerable<(string Name, string Sql)> Same(params string[] names) =>
        names.Select(name => (name, $"{row}.{name}"));

    /// <summary>The headline metric that another one of the same dataset may be equal to.</summary>
    private static PerformanceMetric? HeadlineOf(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.SalesClicks or (>= PerformanceMetric.Sales1d and <= PerformanceMetric.Sales30d) =>
            PerformanceMetric.Sales,
        PerformanceMetric.OrdersClicks or (>= PerformanceMetric.Orders1d and <= PerformanceMetric.Orders30d) =>
            PerformanceMetric.Orders,
        PerformanceMetric.UnitsClicks or (>= PerformanceMetric.Units1d and <= PerformanceMetric.Units30d) =>
            PerformanceMetric.Units,
        _ => null,
    };

    private static int? WindowOf(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.Sales1d or PerformanceMetric.Orders1d or PerformanceMetric.Units1d => 1,
        PerformanceMetric.Sales7d or PerformanceMetric.Orders7d or PerformanceMetric.Units7d => 7,
        PerformanceMetric.Sales14d or PerformanceMetric.Orders14d or PerformanceMetric.Units14d => 14,
        PerformanceMetric.Sales30d or PerformanceMetric.Orders30d or PerformanceMetric.Units30d => 30,
        _ => null,
    };
}
