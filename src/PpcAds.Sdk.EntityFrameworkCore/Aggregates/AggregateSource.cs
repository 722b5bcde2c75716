using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>By what a load changes the sums, as rows that add up: day, what describes an entity, and the metrics.</summary>
internal static class AggregateSource
{
    /// <summary>What describes an entity.</summary>
    public static readonly IReadOnlyList<string> Descriptions =
        ["campaign_id", "ad_group_id", "target_id", "target_kind", "target_text", "match_type", "currency"];

    /// <summary>The sums that the load gathered itself.</summary>
    public static string Tally(PpcAdsSqlDialect dialect, StagingTable tally) => Select(tally.Name, "true", Metrics(dialect).Select(column => $"r.{column}"));

    /// <summary>All rows of the load's days, of which there were none before.</summary>
    public static string Loaded(PpcAdsSqlDialect dialect, TableNames names, LoadScope scope)
    {
        var key = new ScopeKey(dialect, scope);
        return Select(names.Records, $"{key.Rows} AND {key.Between("r.date", scope.FirstDate, scope.EndDate)}", Metrics(dialect).Select(column => $"r.{column}"));
    }

    /// <summary>The table of differences.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="removes">Whether what vanished is removed.</param>
    public static string Diff(PpcAdsSqlDialect dialect, bool removes) => Select(
        ScopeDiff.Table,
        $"r.kind <= {(removes ? ScopeDiff.Vanished : ScopeDiff.Changed)}",
        Metrics(dialect).Select(column => $"COALESCE(r.{column}, 0) - COALESCE(r.old_{column}, 0) AS {column}"));

    /// <summary>The rows of some days, to be taken away.</summary>
    public static string Less(PpcAdsSqlDialect dialect, TableNames names, string condition) =>
        Select(names.Records, condition, Metrics(dialect).Select(column => $"-r.{column} AS {column}"));

    private static IEnumerable<string> Metrics(PpcAdsSqlDialect dialect) =>
        PerformanceMetrics.Aggregated.Select(metric => StagingTable.ColumnOf(dialect, metric));

    private static string Select(string table, string condition, IEnumerable<string> metrics) =>
        $"SELECT r.date, {string.Join(", ", Descriptions.Select(column => $"r.{column}"))}, {string.Join(", ", metrics)} FROM {table} r WHERE {condition}";
}
