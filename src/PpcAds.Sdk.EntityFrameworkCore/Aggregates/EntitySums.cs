using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>
/// The temporary table of what a load adds to each entity: to its totals, and to the sums of its last 30 days, of which it takes away the days
/// that left them. What it reads does not grow with what is stored.
/// </summary>
internal sealed class EntitySums(SqlSession session, TableNames names, LoadScope scope, IReadOnlyList<AggregateGrain> grains)
{
    public const string Table = "ppc_sums";

    private readonly ScopeKey _key = new(session.Dialect, scope);

    /// <summary>The metrics as columns of rows, and as those of entities.</summary>
    public static IEnumerable<(string Row, string Total, string Window)> Columns(PpcAdsSqlDialect dialect) => PerformanceMetrics.Aggregated.Select(metric =>
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        string Column(string text) => PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(text) : text;
        return (Column(name), Column($"{name}_total"), Column($"{name}_30d"));
    });

    /// <summary>Makes the table.</summary>
    /// <param name="changes">What changed, see <see cref="AggregateSource"/>.</param>
    /// <param name="window">The last 30 days.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task CreateAsync(string changes, AggregateWindow window, CancellationToken cancellationToken)
    {
        string rows = $"({changes})";
        string counts = window.CountsSql(_key, "r.date");
        string isChange = "true";
        if (window.Leaving is { } leaving)
        {
            string left = AggregateSource.Less(session.Dialect, names, $"{_key.Rows} AND {_key.Between("r.date", leaving.First, leaving.Last)}");
            rows = $"(SELECT c.*, 1 AS is_change FROM ({changes}) c UNION ALL SELECT l.*, 0 AS is_change FROM ({left}) l)";
            isChange = "r.is_change = 1";
        }

        string id = grains[0].RecordColumn;
        string grain = grains.Count == 1 ? "0" : $"CASE {string.Concat(grains.Select((one, i) => $"WHEN {one.Condition} THEN {i} "))}END";
        string sums = string.Join(", ", Columns(session.Dialect).Select(column =>
            $"SUM(r.{column.Row}) FILTER (WHERE {isChange}) AS {column.Total}, SUM(r.{column.Row}) FILTER (WHERE {counts}) AS {column.Window}"));
        string descriptions = string.Join(", ", AggregateSource.Descriptions.Where(column => column != id).Select(column => $"MAX(r.{column}) AS {column}"));
        return SqlSession.ExecuteAsync(
            session.Command(
                session.Dialect.GroupingSql(
                    $"DROP TABLE IF EXISTS {Table}; CREATE TEMPORARY TABLE {Table} AS SELECT {grain} AS grain, r.{id} AS id, {descriptions}, {sums} "
                    + $"FROM {rows} r WHERE r.{id} IS NOT NULL GROUP BY 1, 2")
                + "; " + session.Dialect.AnalyzeSql(Table, "grain", "id")),
            cancellationToken);
    }
}
