using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Sums of facts by key, as SQL. Amounts stay in the unit in which they are stored.</summary>
internal sealed class TableFigures(TableNames names, PpcAdsSqlDialect dialect, SqlConditions parameters, GrainSql grain)
{
    private const decimal Micros = 1_000_000m;

    /// <summary>The names of the sums, then of those of the previous period.</summary>
    public static IEnumerable<string> Names(bool hasPrevious)
    {
        IEnumerable<string> metrics = PerformanceMetrics.Aggregated.Select(PerformanceMetrics.GetColumnName);
        return hasPrevious ? metrics.Concat(metrics.Select(name => "p_" + name)) : metrics;
    }

    public static string NameOf(PerformanceColumn column) => EnumText.Of(column);

    /// <summary>A sum over rows of the table; sums of bigint are numeric in PostgreSQL.</summary>
    public static string Total(string name) => name.EndsWith("cost", StringComparison.Ordinal)
        || name.EndsWith("sales", StringComparison.Ordinal)
        ? $"COALESCE(SUM({name}), 0)"
        : $"CAST(COALESCE(SUM({name}), 0) AS bigint)";

    /// <summary>Sums by key, with what rows of the grain have: texts of the period, not of the one before.</summary>
    /// <param name="selection">Which rows.</param>
    /// <param name="previous">The period that is summed besides that of the selection.</param>
    /// <param name="keepsPrevious">Whether what had rows in that alone has its texts.</param>
    /// <param name="scopes">The profiles and datasets.</param>
    public string Summed(
        PerformanceSelection selection, PerformancePeriod? previous, bool keepsPrevious, IReadOnlyCollection<int> scopes)
    {
        string current = In(selection.Period);
        string days = previous is { } other ? $"({current} OR {In(other)})" : current;
        string id = selection.Grain switch
        {
            DatasetGrain.Campaign => "NULLIF(b.campaign_id, 0)",
            DatasetGrain.AdGroup => "n.ad_group_id",
            DatasetGrain.Target => "n.target_id",
            _ => "CAST(NULL AS bigint)",
        };
        string hasRows = previous is null ? "COUNT(*)" : $"SUM(CASE WHEN {current} THEN 1 ELSE 0 END)";
        string newest = previous is null ? "MAX(r.date)" : $"COALESCE(MAX(CASE WHEN {current} THEN r.date END), MAX(r.date))";
        IEnumerable<string> sums = PerformanceMetrics.Aggregated.Select(
            metric => Sum(metric, previous is null ? null : current, ""));
        if (previous is { } before)
        {
            sums = sums.Concat(PerformanceMetrics.Aggregated.Select(metric => Sum(metric, In(before), "p_")));
        }

        IEnumerable<string> dimensions = GrainSql.All.Select(one => Dimension(one, previous is null || keepsPrevious));

        // With types, as SQLite makes no index for a comparison with an expression that has none.
        string isOther = selection.Grain == DatasetGrain.Target
            ? "CASE WHEN n.target_kind = 'keyword' THEN 0 ELSE 1 END"
            : "0";
        return $"""
            SELECT
              s.account_id, s.profile_id, s.ad_product,
              b.campaign_id, b.detail, CAST({id} AS bigint) AS id, {isOther} AS is_other, b.has_rows,
              {string.Join(", ", dimensions)},
              {string.Join(", ", Names(previous is not null).Select(name => "b." + name))}
            FROM (
              SELECT
                r.scope_id, r.campaign_id, r.detail, {hasRows} AS has_rows, {newest} AS newest,
                {string.Join(",\n    ", sums)}
              FROM {names.Facts} r
              WHERE {string.Join("\n    AND ", Where(selection, scopes, days))}
              GROUP BY r.scope_id, r.campaign_id, r.detail) b
            JOIN {names.Scopes} s
              ON s.scope_id = b.scope_id{(grain.Dimensions.Count == 0 ? "" : $"""

            JOIN {names.Facts} n
              ON n.scope_id = b.scope_id
              AND n.date = b.newest
              AND n.campaign_id = b.campaign_id
              AND n.detail = b.detail
            """)}
            """;
    }

    /// <summary>The conditions of rows.</summary>
    /// <param name="selection">Which rows.</param>
    /// <param name="scopes">Their profiles and datasets.</param>
    /// <param name="days">The condition of their days.</param>
    public IEnumerable<string> Where(PerformanceSelection selection, IReadOnlyCollection<int> scopes, string days)
    {
        yield return Scopes(scopes);
        yield return days;
        yield return $"r.currency = {parameters.Value(selection.CurrencyCode)}";
        foreach ((string column, long? value) in new[]
        {
            ("r.campaign_id", selection.CampaignId?.Value),
            ("r.ad_group_id", selection.AdGroupId?.Value),
            ("r.target_id", selection.KeywordId?.Value ?? selection.TargetId?.Value),
        })
        {
            if (value is { } id)
            {
                yield return $"{column} = {parameters.Value(id)}";
            }
        }

        if (selection.KeywordId is not null || selection.TargetId is not null)
        {
            yield return $"COALESCE(r.target_kind, '') {(selection.KeywordId is null ? "<>" : "=")} 'keyword'";
        }
    }

    /// <summary>The condition of rows of profiles and datasets.</summary>
    public string Scopes(IReadOnlyCollection<int> scopes) => scopes.Count == 0
        ? "1 = 0"
        : $"r.scope_id IN ({string.Join(", ", scopes.Select(scope => parameters.Value(scope)))})";

    /// <summary>The condition of rows of some days.</summary>
    public string In(PerformancePeriod period) =>
        $"r.date BETWEEN {parameters.Value(dialect.DateValue(period.From))} AND {parameters.Value(dialect.DateValue(period.To))}";

    /// <summary>The sum of a metric of facts.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="condition">The only rows; <see langword="null"/> for all.</param>
    /// <param name="prefix">What the name begins with.</param>
    public string Sum(PerformanceMetric metric, string? condition, string prefix)
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        string column = "r." + (PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(name) : name);
        return $"COALESCE(SUM({(condition is null ? column : $"CASE WHEN {condition} THEN {column} END")}), 0) AS {prefix}{name}";
    }

    /// <summary>The value of a column, to compare with a <see cref="Parameter"/>; null for a rate without divisor.</summary>
    public string Value(PerformanceColumn column) => column.IsRate() ? Rate(column) : "t." + NameOf(column);

    /// <summary>What a value is at least.</summary>
    public object Parameter(PerformanceMinimum minimum) => minimum.Column switch
    {
        PerformanceColumn.Cost or PerformanceColumn.Sales =>
            dialect.MoneyValue((long)decimal.Ceiling(minimum.Value * Micros)),
        PerformanceColumn.Cpc => (double)(minimum.Value * Micros),
        _ when minimum.Column.IsRate() => (double)minimum.Value,
        _ => (long)decimal.Ceiling(minimum.Value),
    };

    /// <summary>What rows are sorted by, as <see cref="PerformancePlace"/> has it.</summary>
    public string SortValue(PerformanceColumn column) => column.IsRate() ? Rate(column) : Double(NameOf(column));

    private string Rate(PerformanceColumn column)
    {
        (string dividend, string divisor) = column switch
        {
            PerformanceColumn.Ctr => ("clicks", "impressions"),
            PerformanceColumn.Cpc => ("cost", "clicks"),
            PerformanceColumn.Cvr => ("orders", "clicks"),
            PerformanceColumn.Acos => ("cost", "sales"),
            _ => ("sales", "cost"),
        };
        return $"CASE WHEN t.{divisor} <> 0 THEN {Double(dividend)} / {Double(divisor)} END";
    }

    private string Double(string name) =>
        $"CAST({(name is "cost" or "sales" ? dialect.Model.Micros("t." + name) : "t." + name)} AS double precision)";

    /// <summary>
    /// What the newest row of a key says: to look it up is quicker than to carry texts through the sums of all days. The kind of
    /// target decides which entity it is.
    /// </summary>
    private string Dimension((string Column, bool IsText) one, bool isOfAny) =>
        !grain.Dimensions.Contains(one) ? $"CAST(NULL AS {(one.IsText ? "text" : "bigint")}) AS {one.Column}"
        : isOfAny || !one.IsText || one.Column == "target_kind" ? $"n.{one.Column}"
        : $"CASE WHEN b.has_rows > 0 THEN n.{one.Column} END AS {one.Column}";
}
