using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>By what a load changes the sums, as rows that add up: day, what describes an entity, and the metrics.</summary>
internal static class AggregateSource
{
    /// <summary>What describes an entity, in addition to the currency of its sums.</summary>
    public static readonly IReadOnlyList<string> Descriptions =
        ["campaign_id", "ad_group_id", "target_id", "target_kind", "target_text", "match_type"];

    /// <summary>The least currency of the rows; <c>currency</c> is the greatest. Where they differ there are several.</summary>
    public const string LeastCurrency = "currency_least";

    private const string OneCurrency = $"r.currency AS currency, r.currency AS {LeastCurrency}";

    /// <summary>The sums that the load gathered itself.</summary>
    public static string Tally(PpcAdsSqlDialect dialect, StagingTable tally) =>
        Select(tally.Name, "true", OneCurrency, Metrics(dialect).Select(column => $"r.{column}"));

    /// <summary>All rows of the load's days, of which there were none before.</summary>
    public static string Loaded(PpcAdsSqlDialect dialect, TableNames names, LoadScope scope, ScopeKey key)
    {
        string condition =
            $"""
            {key.Facts}
              AND {key.Between("r.date", scope.FirstDate, scope.EndDate)}
            """;
        return Select(names.Facts, condition, OneCurrency, Metrics(dialect).Select(column => $"r.{column}"));
    }

    /// <summary>All rows of the profile and dataset.</summary>
    public static string All(PpcAdsSqlDialect dialect, TableNames names, ScopeKey key) => Select(
        names.Facts, key.Facts, OneCurrency, Metrics(dialect).Select(column => $"r.{column}"));

    /// <summary>The rows of some days, to be taken away.</summary>
    public static string Subtract(PpcAdsSqlDialect dialect, TableNames names, string condition) =>
        Select(names.Facts, condition, OneCurrency, Metrics(dialect).Select(column => $"-r.{column} AS {column}"));

    private static IEnumerable<string> Metrics(PpcAdsSqlDialect dialect) =>
        PerformanceMetrics.Aggregated.Select(metric => StagingTable.ColumnOf(dialect, metric));

    /// <summary>Any other rows <c>r</c>.</summary>
    /// <param name="table">Where they stand.</param>
    /// <param name="condition">Which.</param>
    /// <param name="currencies">The columns <c>currency</c> and <see cref="LeastCurrency"/>.</param>
    /// <param name="metrics">The columns of <see cref="PerformanceMetrics.Aggregated"/>.</param>
    public static string Select(string table, string condition, string currencies, IEnumerable<string> metrics) =>
        $"""
        SELECT
          r.date,
          NULLIF(r.campaign_id, 0) AS campaign_id,
          {string.Join(", ", Descriptions.Skip(1).Select(column => $"r.{column}"))},
          {currencies},
          {string.Join(", ", metrics)}
        FROM {table} r
        WHERE {condition}
        """;
}
