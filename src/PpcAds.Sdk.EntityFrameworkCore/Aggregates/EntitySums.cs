using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>
/// The temporary table of what a load adds to each entity: to its totals by the load's own rows, to its last 30 days either by them too
/// or, when those days are others than before, anew by all rows of those days. What it reads does not grow with the years that are stored.
/// </summary>
internal sealed class EntitySums(SqlSession session, TableNames names, LoadScope scope, IReadOnlyList<AggregateGrain> grains)
{
    public const string Table = "ppc_sums";

    private static readonly string[] Descriptions = ["campaign_id", "ad_group_id", "target_kind", "target_text", "match_type", "currency"];

    private readonly ScopeKey _key = new(session.Dialect, scope);

    /// <summary>The metrics as columns of rows, and as those of entities.</summary>
    public static IEnumerable<(string Row, string Total, string Window)> Columns(PpcAdsSqlDialect dialect) => PerformanceMetrics.Aggregated.Select(metric =>
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        string Column(string text) => PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(text) : text;
        return (Column(name), Column($"{name}_total"), Column($"{name}_30d"));
    });

    /// <summary>Makes the table.</summary>
    /// <param name="source">What changed.</param>
    /// <param name="window">The 30 days.</param>
    /// <param name="isMoved">Whether they were others before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task CreateAsync(AggregateSource source, (DateOnly First, DateOnly Last) window, bool isMoved, CancellationToken cancellationToken)
    {
        string inWindow = _key.Between("r.date", window.First, window.Last);
        string rows;
        Func<string, string> total = column => $"SUM(r.{column})";
        Func<string, string> recent = column => $"SUM(r.{column}) FILTER (WHERE {inWindow})";
        if (source.DiffSql is { } diff)
        {
            rows = diff;
            if (isMoved)
            {
                // What changed counts for the totals, what is stored for the days.
                rows = $"(SELECT x.*, 1 AS is_change FROM {diff} x UNION ALL {StoredRows(inWindow)})";
                total = column => $"SUM(r.{column}) FILTER (WHERE r.is_change = 1)";
                recent = column => $"SUM(r.{column}) FILTER (WHERE r.is_change = 0)";
            }

            rows = $"{rows} r WHERE true";
        }
        else
        {
            // Of one scan over the table both are made: the days that came, and the last 30.
            string loaded = _key.Between("r.date", source.First, source.Last);
            DateOnly first = isMoved && window.First < source.First ? window.First : source.First;
            DateOnly last = isMoved && window.Last > source.Last ? window.Last : source.Last;
            rows = $"{names.Records} r WHERE {_key.Rows} AND {_key.Between("r.date", first, last)}";
            total = column => $"SUM(r.{column}) FILTER (WHERE {loaded})";
        }

        string id = grains[0].RecordColumn;
        string grain = grains.Count == 1 ? "0" : $"CASE {string.Concat(grains.Select((one, i) => $"WHEN {one.Condition} THEN {i} "))}END";
        string sums = string.Join(", ", Columns(session.Dialect).Select(column => $"{total(column.Row)} AS {column.Total}, {recent(column.Row)} AS {column.Window}"));
        string descriptions = string.Join(", ", Descriptions.Where(column => column != id).Select(column => $"MAX(r.{column}) AS {column}"));
        return SqlSession.ExecuteAsync(
            session.Command(
                session.Dialect.GroupingSql(
                    $"DROP TABLE IF EXISTS {Table}; CREATE TEMPORARY TABLE {Table} AS SELECT {grain} AS grain, r.{id} AS id, {descriptions}, {sums} "
                    + $"FROM {rows} AND r.{id} IS NOT NULL GROUP BY 1, 2")
                + session.Dialect.AnalyzeSql(Table)),
            cancellationToken);
    }

    private string StoredRows(string inWindow) =>
        $"SELECT r.date, r.campaign_id, r.ad_group_id, r.target_id, r.target_kind, r.target_text, r.match_type, r.currency, "
        + $"{string.Join(", ", Columns(session.Dialect).Select(column => $"r.{column.Row}"))}, 0 AS is_change "
        + $"FROM {names.Records} r WHERE {_key.Rows} AND {inWindow}";
}
