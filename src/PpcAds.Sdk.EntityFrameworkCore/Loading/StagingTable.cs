using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The temporary table into which a report goes before it is compared with what is stored.</summary>
public sealed class StagingTable
{
    internal StagingTable(PpcAdsSqlDialect dialect, LoadScope scope)
    {
        Metrics = scope.Dataset.Metrics;
        MetricColumns = [.. Metrics.Select(metric => ColumnOf(dialect, metric))];
    }

    /// <summary>The name.</summary>
    public string Name { get; } = "ppc_staging";

    /// <summary>The metrics that the dataset reports.</summary>
    public IReadOnlyList<PerformanceMetric> Metrics { get; }

    /// <summary>Their columns.</summary>
    public IReadOnlyList<string> MetricColumns { get; }

    /// <summary>The columns of ids, in order.</summary>
    public IReadOnlyList<string> IdColumns { get; } = ["campaign_id", "ad_group_id", "ad_id", "target_id"];

    /// <summary>The columns of texts, in the order of <see cref="PerformanceText"/>.</summary>
    public IReadOnlyList<string> TextColumns { get; } = [.. Enum.GetNames<PerformanceText>().Select(PpcAdsModel.ColumnName)];

    /// <summary>Every column that a row brings, less day and key.</summary>
    public IEnumerable<string> ValueColumns => [.. IdColumns, .. TextColumns, "currency", .. MetricColumns];

    internal string CreateSql(PpcAdsSqlDialect dialect)
    {
        string bigint = dialect.TemporaryType("bigint");
        string text = dialect.TemporaryType("text");
        IEnumerable<string> columns =
        [
            $"date {dialect.TemporaryType("date")} NOT NULL",
            $"entity_key {text} NOT NULL",
            .. IdColumns.Select(column => $"{column} {bigint}"),
            .. TextColumns.Append("currency").Select(column => $"{column} {text}"),
            .. Metrics.Select((metric, i) => $"{MetricColumns[i]} {(PerformanceMetrics.IsMoney(metric) ? dialect.TemporaryType("money") : bigint)} NOT NULL"),
            $"copies {bigint} NOT NULL",
            "PRIMARY KEY (date, entity_key)",
        ];
        return $"DROP TABLE IF EXISTS {Name}; CREATE TEMPORARY TABLE {Name} ({string.Join(", ", columns)})";
    }

    internal static string ColumnOf(PpcAdsSqlDialect dialect, PerformanceMetric metric)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        return PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name;
    }
}
