using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The temporary table into which a report goes before it is compared with what is stored.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class StagingTable
{
    private StagingTable(PpcAdsSqlDialect dialect, string name, IReadOnlyList<PerformanceMetric> metrics, int attributionDays = 0)
    {
        HoldsSums = attributionDays == 0;
        AttributionDays = attributionDays;
        Name = name;
        Metrics = metrics;
        MetricColumns = [.. Metrics.Select(metric => ColumnOf(dialect, metric))];
        OtherColumns = HoldsSums ? [] : [dialect.MoneyColumn(FactTable.Share), FactTable.Extra];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The window of the headline metrics: the same metrics by another are other values.</summary>
    public int AttributionDays { get; }

    /// <summary>Gets whether its counts are sums of many rows, which 32 bits do not hold.</summary>
    public bool HoldsSums { get; }

    /// <summary>The metrics of a row; one that is 0 is written as null.</summary>
    public IReadOnlyList<PerformanceMetric> Metrics { get; }

    /// <summary>Their columns.</summary>
    public IReadOnlyList<string> MetricColumns { get; }

    /// <summary>The columns of a row's key within a scope: the day, the campaign or 0, and the rest in 16 bytes.</summary>
    public static IReadOnlyList<string> KeyColumns { get; } = ["date", "campaign_id", "detail"];

    /// <summary>The columns of ids that are not of the key, in order.</summary>
    public IReadOnlyList<string> IdColumns { get; } = ["ad_group_id", "ad_id", "target_id"];

    /// <summary>The columns of texts, in the order of <see cref="PerformanceText"/>.</summary>
    public IReadOnlyList<string> TextColumns { get; } = [.. Enum.GetNames<PerformanceText>().Select(PpcAdsModel.ColumnName)];

    /// <summary>
    /// The columns that rows of a report have after the metrics, which do not add up: the top-of-search impression share as an
    /// amount in millionths, and the extra columns as JSON. Sums have none.
    /// </summary>
    public IReadOnlyList<string> OtherColumns { get; }

    /// <summary>Every column that a row brings, less its key.</summary>
    public IEnumerable<string> ValueColumns => [.. IdColumns, .. TextColumns, "currency", .. MetricColumns, .. OtherColumns];

    /// <summary>Key and <see cref="ValueColumns"/>: the order in which writers write them.</summary>
    public IReadOnlyList<string> RowColumns => [.. KeyColumns, .. ValueColumns];

    /// <summary>For the rows of a report.</summary>
    internal static StagingTable ForRows(PpcAdsSqlDialect dialect, LoadScope scope) =>
        new(
        dialect,
        TemporaryTables.Rows,
        [
            .. scope.Dataset.Metrics.Where(
                metric => StoredMetrics.IsStored(metric, scope.Dataset.Metrics, scope.AttributionDays)),
        ],
        scope.AttributionDays);

    /// <summary>For what they add up to by entity.</summary>
    internal static StagingTable ForTally(PpcAdsSqlDialect dialect) =>
        new(dialect, TemporaryTables.Tally, PerformanceMetrics.Aggregated);

    /// <summary>
    /// The SQL that makes the table, empty. The key of the rows is its key unless the database hashes joins: without one, rows
    /// may stand in it several times until they are summed.
    /// </summary>
    /// <param name="dialect">The database.</param>
    public string CreateSql(PpcAdsSqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string bigint = dialect.TemporaryType("bigint");
        string count = HoldsSums ? bigint : dialect.TemporaryType("integer");
        string text = dialect.TemporaryType("text");
        IEnumerable<string> columns =
        [
            $"date {dialect.TemporaryType("date")} NOT NULL",
            $"campaign_id {bigint} NOT NULL",
            $"detail {dialect.TemporaryType("detail")} NOT NULL",
            .. IdColumns.Select(column => $"{column} {bigint}"),
            .. TextColumns.Append("currency").Select(column => $"{column} {text}"),
            .. Metrics.Select(
                (metric, i) =>
                    $"{MetricColumns[i]} {(PerformanceMetrics.IsMoney(metric) ? dialect.TemporaryType("money") : count)}"),
            .. HoldsSums
                ? Array.Empty<string>()
                : [$"{OtherColumns[0]} {dialect.TemporaryType("money")}", $"{OtherColumns[1]} {dialect.TemporaryType("json")}"],
            .. dialect.RowHash.Length == 0 ? Array.Empty<string>() : [$"{dialect.RowHash} {bigint}"],
            $"copies {bigint} NOT NULL",
            .. dialect.SupportsHashFullJoin ? Array.Empty<string>() : [$"PRIMARY KEY ({string.Join(", ", KeyColumns)})"],
        ];
        return $"""
            DROP TABLE IF EXISTS {Name};
            CREATE TEMPORARY TABLE {Name} (
              {string.Join(",\n  ", columns)})
            """;
    }

    /// <summary>
    /// The SQL that reads a table with the columns of a row, each key once: what describes a row is the same in all of
    /// its copies, metrics add up.
    /// </summary>
    /// <param name="dialect">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="copies">How many rows of the report one row of it stands for, as SQL.</param>
    public string SumsSql(PpcAdsSqlDialect dialect, string table, string copies)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        IEnumerable<string> described = ValueColumns.Except(MetricColumns).Except(OtherColumns);
        string share = dialect.MoneyColumn(FactTable.Share);

        // A share of the sum is not known from those of its parts; of their extra columns any one's stay.
        string[] others = HoldsSums
            ? []
            :
            [
                $"CASE WHEN MIN({share}) = MAX({share}) AND COUNT({share}) = COUNT(*) THEN MIN({share}) END AS {share}",
                $"CAST(MIN(CAST({FactTable.Extra} AS text)) AS {dialect.TemporaryType("json")}) AS {FactTable.Extra}",
            ];
        return $"""
            SELECT
              {string.Join(", ", KeyColumns)},
              {string.Join(",\n  ", described.Select(column => $"MIN({column}) AS {column}"))},
              {string.Join(",\n  ", MetricColumns.Select(column => $"NULLIF(SUM({column}), 0) AS {column}").Concat(others))},
              SUM({copies}) AS copies
            FROM {table}
            GROUP BY {string.Join(", ", KeyColumns)}
            """;
    }

    internal static string ColumnOf(PpcAdsSqlDialect dialect, PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        return PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name;
    }
}
