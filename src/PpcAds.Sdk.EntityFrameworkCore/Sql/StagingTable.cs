using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The temporary table into which a report goes before it is compared with what is stored.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class StagingTable
{
    private StagingTable(PpcAdsSqlDialect dialect, string name, IReadOnlyList<PerformanceMetric> metrics, int attributionDays = 0)
    {
        AttributionDays = attributionDays;
        Name = name;
        Metrics = metrics;
        MetricColumns = [.. Metrics.Select(metric => ColumnOf(dialect, metric))];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The window of the headline metrics: the same metrics by another are other values.</summary>
    public int AttributionDays { get; }

    /// <summary>The metrics of a row.</summary>
    public IReadOnlyList<PerformanceMetric> Metrics { get; }

    /// <summary>Their columns.</summary>
    public IReadOnlyList<string> MetricColumns { get; }

    /// <summary>The columns of ids, in order.</summary>
    public IReadOnlyList<string> IdColumns { get; } = ["campaign_id", "ad_group_id", "ad_id", "target_id"];

    /// <summary>The columns of texts, in the order of <see cref="PerformanceText"/>.</summary>
    public IReadOnlyList<string> TextColumns { get; } = [.. Enum.GetNames<PerformanceText>().Select(PpcAdsModel.ColumnName)];

    /// <summary>Every column that a row brings, less day and key.</summary>
    public IEnumerable<string> ValueColumns => [.. IdColumns, .. TextColumns, "currency", .. MetricColumns];

    /// <summary>Day, key and <see cref="ValueColumns"/>: the order in which writers write them.</summary>
    public IReadOnlyList<string> RowColumns => ["date", "entity_key", .. ValueColumns];

    /// <summary>For the rows of a report.</summary>
    internal static StagingTable ForRows(PpcAdsSqlDialect dialect, LoadScope scope) =>
        new(dialect, TemporaryTables.Rows, scope.Dataset.Metrics, scope.AttributionDays);

    /// <summary>For what they add up to by entity.</summary>
    internal static StagingTable ForTally(PpcAdsSqlDialect dialect) =>
        new(dialect, TemporaryTables.Tally, PerformanceMetrics.Aggregated);

    /// <summary>
    /// The SQL that makes the table, empty. Day and key are its key unless the database hashes joins: without one, rows may stand
    /// in it several times until they are summed.
    /// </summary>
    /// <param name="dialect">The database.</param>
    public string CreateSql(PpcAdsSqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string bigint = dialect.TemporaryType("bigint");
        string text = dialect.TemporaryType("text");
        IEnumerable<string> columns =
        [
            $"date {dialect.TemporaryType("date")} NOT NULL",
            $"entity_key {text} NOT NULL",
            .. IdColumns.Select(column => $"{column} {bigint}"),
            .. TextColumns.Append("currency").Select(column => $"{column} {text}"),
            .. Metrics.Select(
                (metric, i) =>
                    $"{MetricColumns[i]} {(PerformanceMetrics.IsMoney(metric) ? dialect.TemporaryType("money") : bigint)} "
                    + "NOT NULL"),
            .. dialect.RowHash.Length == 0 ? Array.Empty<string>() : [$"{dialect.RowHash} {bigint}"],
            $"copies {bigint} NOT NULL",
            .. dialect.SupportsHashFullJoin ? Array.Empty<string>() : ["PRIMARY KEY (date, entity_key)"],
        ];
        return $"""
            DROP TABLE IF EXISTS {Name};
            CREATE TEMPORARY TABLE {Name} (
              {string.Join(",\n  ", columns)})
            """;
    }

    /// <summary>
    /// The SQL that reads a table with the columns of a row, each day and key once: what describes a row is the same in all of
    /// its copies, metrics add up.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="copies">How many rows of the report one row of it stands for, as SQL.</param>
    public string SumsSql(string table, string copies) =>
        $"""
        SELECT
          date,
          entity_key,
          {string.Join(",\n  ", ValueColumns.Except(MetricColumns).Select(column => $"MIN({column}) AS {column}"))},
          {string.Join(",\n  ", MetricColumns.Select(column => $"SUM({column}) AS {column}"))},
          SUM({copies}) AS copies
        FROM {table}
        GROUP BY date, entity_key
        """;

    internal static string ColumnOf(PpcAdsSqlDialect dialect, PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        return PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name;
    }
}
