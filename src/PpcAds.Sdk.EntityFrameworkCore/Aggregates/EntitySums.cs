using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>
/// The temporary table of what a load adds to each entity: to its totals, and to the sums of its last 30 days, of which it takes
/// away the days that left them. What it reads does not grow with what is stored.
/// </summary>
internal sealed class EntitySums(
    SqlSession session, TableNames names, LoadScope scope, ScopeKey key, IReadOnlyList<AggregateGrain> grains)
{
    public const string Table = TemporaryTables.Sums;

    public const string Mixed = TemporaryTables.MixedSums;

    private string Grain =>
        grains.Count == 1 ? "0" : $"CASE {string.Concat(grains.Select((one, i) => $"WHEN {one.Condition} THEN {i} "))}END";

    private string Descriptions => string.Join(
        ",\n  ",
        AggregateSource.Descriptions
            .Where(column => column != grains[0].RecordColumn)
            .Select(column => column == "campaign_id"
                ? "MAX(NULLIF(r.campaign_id, 0)) AS campaign_id"
                : $"MAX(r.{column}) AS {column}"));

    /// <summary>The metrics as columns of rows, and as those of entities.</summary>
    public static IEnumerable<(string Row, string Total, string Window)> Columns(
        PpcAdsSqlDialect dialect) => PerformanceMetrics.Aggregated.Select(metric =>
    {
        string name = PerformanceMetrics.GetColumnName(metric);
        string Column(string text) => PerformanceMetrics.IsMoney(metric) ? dialect.MoneyColumn(text) : text;
        return (Column(name), Column($"{name}_total"), Column($"{name}_30d"));
    });

    /// <summary>The columns of entities alone.</summary>
    public static IEnumerable<string> StoredColumns(PpcAdsSqlDialect dialect) =>
        Columns(dialect).SelectMany(column => new[] { column.Total, column.Window });

    /// <summary>Makes the table.</summary>
    /// <param name="changes">What changed, see <see cref="AggregateSource"/>.</param>
    /// <param name="window">The last 30 days.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task CreateAsync(string changes, AggregateWindow window, CancellationToken cancellationToken)
    {
        string rows = $"""
            (
              {changes.Indent()})
            """;
        string counts = window.CountsSql(key, "r.date");
        string isChange = "true";
        if (window.Leaving is { } leaving)
        {
            string condition =
                $"""
                {key.Facts}
                  AND {key.Between("r.date", leaving.First, leaving.Last)}
                """;
            rows = $"""
                (
                  SELECT c.*, 1 AS is_change
                  FROM (
                    {changes.Indent().Indent()}) c
                  UNION ALL
                  SELECT l.*, 0 AS is_change
                  FROM (
                    {AggregateSource.Subtract(session.Dialect, names, condition).Indent().Indent()}) l)
                """;
            isChange = "r.is_change = 1";
        }

        string id = grains[0].RecordColumn;
        IEnumerable<string> sums = Columns(session.Dialect).SelectMany(column => new[]
        {
            $"SUM(r.{column.Row}) FILTER (WHERE {isChange}) AS {column.Total}",
            $"SUM(r.{column.Row}) FILTER (WHERE {counts}) AS {column.Window}",
        });
        string create = session.Dialect.WithHashAggregatePlan(
            $"""
            DROP TABLE IF EXISTS {Table};
            CREATE TEMPORARY TABLE {Table} AS
            SELECT
              {Grain} AS grain,
              r.{id} AS id,
              {Descriptions},
              MAX(r.currency) AS currency,
              MIN(r.{AggregateSource.LeastCurrency}) AS {AggregateSource.LeastCurrency},
              {string.Join(",\n  ", sums)}
            FROM {rows} r
            WHERE r.{id} IS NOT NULL
            GROUP BY 1, 2
            """);
        return SqlSession.ExecuteAsync(
            session.Command(
                $"""
                {create};
                {session.Dialect.AnalyzeSql(Table, "grain", "id")}
                """),
            cancellationToken);
    }

    /// <summary>
    /// Sums never mix currencies. Entities with rows of several, which are few, are summed again from all of their rows that have
    /// the profile's currency or, if none has, the first of the others; to be called after the rows changed.
    /// </summary>
    /// <param name="window">The last 30 days.</param>
    /// <param name="replacesStored">Whether the sums are added to those that are stored, so that these have to be 0 now.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task SeparateAsync(AggregateWindow window, bool replacesStored, CancellationToken cancellationToken)
    {
        string mixed = string.Join("\nUNION ALL\n", grains.Select(MixedSql));
        if (await session.CountAsync(
            $"""
            SELECT COUNT(*)
            FROM (
              SELECT 1
              FROM (
                {mixed.Indent().Indent()}) m
              LIMIT 1) found
            """,
            cancellationToken).ConfigureAwait(false) == 0)
        {
            return;
        }

        await RunAsync(
            $"""
            DROP TABLE IF EXISTS {Mixed};
            CREATE TEMPORARY TABLE {Mixed} AS
            {mixed}
            """).ConfigureAwait(false);
        for (int number = 0; replacesStored && number < grains.Count; number++)
        {
            await RunAsync(ClearSql(grains[number], number)).ConfigureAwait(false);
        }

        await RunAsync(
            $"""
            DELETE FROM {Table} AS s
            WHERE EXISTS (
              SELECT 1
              FROM {Mixed} m
              WHERE m.grain = s.grain
                AND m.id = s.id)
            """).ConfigureAwait(false);
        await RunAsync(SumMixedSql(window)).ConfigureAwait(false);

        Task<int> RunAsync(string sql) =>
            SqlSession.ExecuteAsync(session.Command(sql, ("@currency", scope.CurrencyCode)), cancellationToken);
    }

    private string MixedSql(AggregateGrain grain, int number) =>
        $"""
        SELECT s.grain, s.id
        FROM {Table} s
        LEFT JOIN {names.Of(grain.Table)} e
          ON {key.Entities}
          AND e.{grain.IdColumn} = s.id
        WHERE s.grain = {number}
          AND (s.currency <> s.{AggregateSource.LeastCurrency} OR e.currency <> s.currency)
        """;

    private string ClearSql(AggregateGrain grain, int number) =>
        $"""
        UPDATE {names.Of(grain.Table)} AS e
        SET currency = NULL,
          {string.Join(", ", StoredColumns(session.Dialect).Select(column => $"{column} = 0"))}
        WHERE {key.Entities}
          AND e.{grain.IdColumn} IN (
            SELECT m.id
            FROM {Mixed} m
            WHERE m.grain = {number})
        """;

    private string SumMixedSql(AggregateWindow window)
    {

        string id = grains[0].RecordColumn;
        string last = window.LastSql(key, "r.date");
        IEnumerable<string> into =
        [
            .. AggregateSource.Descriptions.Where(column => column != id),
            "currency",
            AggregateSource.LeastCurrency,
            .. StoredColumns(session.Dialect),
        ];
        IEnumerable<string> sums = Columns(session.Dialect).Select(
            column => $"SUM(r.{column.Row}), SUM(r.{column.Row}) FILTER (WHERE {last})");
        return $"""
            INSERT INTO {Table} (grain, id, {string.Join(", ", into)})
            SELECT
              c.grain,
              c.id,
              {Descriptions},
              MAX(r.currency),
              MIN(r.currency),
              {string.Join(",\n  ", sums)}
            FROM (
              SELECT
                {Grain} AS grain,
                r.{id} AS id,
                CASE
                  WHEN MAX(CASE WHEN r.currency = @currency THEN 1 ELSE 0 END) = 1 THEN @currency
                  ELSE MIN(r.currency)
                END AS currency
              FROM {names.Facts} r
              WHERE {key.Facts}
                AND r.{id} IN (SELECT m.id FROM {Mixed} m)
                AND {Grain} IN (SELECT m.grain FROM {Mixed} m WHERE m.id = r.{id})
              GROUP BY 1, 2) c
            JOIN {names.Facts} r
              ON {key.Facts}
              AND r.{id} = c.id
              AND {Grain} = c.grain
              AND r.currency = c.currency
            GROUP BY c.grain, c.id
            """;
    }

    /// <summary>
    /// An id that no list knows gets a row with nothing but ids and sums, so that sums over entities equal sums over rows.
    /// </summary>
    /// <param name="number">The number of the grain.</param>
    /// <param name="window">The last 30 days.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were added.</returns>
    public Task<int> AddStubsAsync(int number, AggregateWindow window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        AggregateGrain grain = grains[number];
        string described = string.Concat(grain.StubColumns.Select(pair => $" {pair.Column},"));
        string from = string.Concat(grain.StubColumns.Select(pair => $" s.{pair.From},"));
        string[] columns = [.. StoredColumns(session.Dialect)];
        return SqlSession.ExecuteAsync(
            session.Command(
                $"""
                INSERT INTO {names.Of(grain.Table)} (
                  account_id, profile_id, {grain.IdColumn}, ad_product,{described}
                  source, first_seen_at, last_seen_at, changed_at, as_of, performance_from, currency, attribution_days,
                  {string.Join(", ", columns)})
                SELECT
                  {key.Account}, {key.Profile}, s.id, {key.AdProduct},{from}
                  'report', @now, @now, @now, @to, @first, s.currency, @attribution,
                  {string.Join(", ", columns.Select(column => $"COALESCE(s.{column}, 0)"))}
                FROM {Table} s
                WHERE s.grain = {number}
                ON CONFLICT (account_id, profile_id, {grain.IdColumn}, ad_product) DO NOTHING
                """,
                ("@to", session.Dialect.DateValue(window.After)),
                ("@first", session.Dialect.DateValue(window.First)),
                ("@attribution", scope.AttributionDays),
                ("@now", session.Dialect.InstantValue(now))),
            cancellationToken);
    }
}
