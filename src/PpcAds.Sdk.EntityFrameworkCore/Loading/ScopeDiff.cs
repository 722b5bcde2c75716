using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// The table of what differs between the staged rows and the stored ones, made by one join: nothing is written where nothing
/// changed, and whatever follows costs in proportion to the changes.
/// </summary>
internal sealed class ScopeDiff(SqlSession session, TableNames names, StagingTable staging, ScopeKey key, int attributionDays)
{
    public const string Table = TemporaryTables.Difference;

    /// <summary>Where rows stand that may differ.</summary>
    private const string Pairs = TemporaryTables.Pairs;

    /// <summary>Staged only.</summary>
    public const int New = 0;

    /// <summary>In both, with other values.</summary>
    public const int Changed = 1;

    /// <summary>Stored only, on a day that may lose rows.</summary>
    public const int Vanished = 2;

    /// <summary>Stored only, on a day that must keep its rows.</summary>
    public const int Protected = 3;

    /// <summary>The column of the rows' hash, if there is one.</summary>
    public IEnumerable<string> Hash => session.Dialect.RowHash is { Length: > 0 } hash ? [hash] : [];

    private static IEnumerable<string> KeyOfEither =>
        StagingTable.KeyColumns.Select(column => $"CASE WHEN s.date IS NULL THEN r.{column} ELSE s.{column} END AS {column}");

    private IEnumerable<string> Described => [.. staging.IdColumns, .. staging.TextColumns, "currency"];

    private IEnumerable<string> OldColumns =>
        PerformanceMetrics.Aggregated.Select(metric => StagingTable.ColumnOf(session.Dialect, metric)).Append("currency");

    /// <summary>A row <c>r</c> of the table and the difference <c>d</c> of it.</summary>
    public string Match
    {
        get
        {
            string place = session.Dialect.RowLocator;
            return $"""
                {key.Facts}
                  AND {key.Range}
                  AND r.date = d.date
                  AND r.campaign_id = d.campaign_id
                  AND r.detail = d.detail{(place.Length == 0 ? "" : $"\n  AND r.{place} = d.place")}
                """;
        }
    }

    /// <summary>Makes the table.</summary>
    /// <param name="days">The days that are replaced.</param>
    /// <param name="mayLose">Those of them that may lose rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task CreateAsync(
        IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<DateOnly> mayLose, CancellationToken cancellationToken)
    {
        string sql = session.Dialect.SupportsHashFullJoin
            ? await PairAsync(days, mayLose, cancellationToken).ConfigureAwait(false)
            : CompareSql(days, mayLose);
        string create = session.Dialect.WithNestedLoopPlan(
            $"""
            DROP TABLE IF EXISTS {Table};
            CREATE TEMPORARY TABLE {Table} AS
            {sql}
            """);
        await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                {create};
                {session.Dialect.AnalyzeSql(Table, ["kind", .. StagingTable.KeyColumns])}
                """),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>By what the differences change the sums.</summary>
    /// <param name="removes">Whether what vanished is removed.</param>
    public string ChangesSql(bool removes) => AggregateSource.Select(
        Table,
        $"r.kind <= {(removes ? Vanished : Changed)}",
        $"""
        CASE WHEN r.old_currency > r.currency THEN r.old_currency ELSE r.currency END AS currency,
          CASE WHEN r.old_currency < r.currency THEN r.old_currency ELSE r.currency END AS {AggregateSource.LeastCurrency}
        """,
        PerformanceMetrics.Aggregated
            .Select(metric => StagingTable.ColumnOf(session.Dialect, metric))
            .Select(column => $"COALESCE(r.{column}, 0) - COALESCE(r.old_{column}, 0) AS {column}"));

    /// <summary>How many rows of a kind there are.</summary>
    public Task<long> CountAsync(string condition, CancellationToken cancellationToken) =>
        session.CountAsync(
            $"""
            SELECT COUNT(*)
            FROM {Table} d
            WHERE {condition}
            """,
            cancellationToken);

    /// <summary>
    /// First the places of rows that are no pair with equal hashes: a join of little more than keys, which memory holds. Then
    /// those rows are compared by their values, since rows may have no hash, or one by another version.
    /// </summary>
    private async Task<string> PairAsync(
        IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<DateOnly> mayLose, CancellationToken cancellationToken)
    {
        (string hash, string place) = (session.Dialect.RowHash, session.Dialect.RowLocator);
        await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                DROP TABLE IF EXISTS {Pairs};
                CREATE TEMPORARY TABLE {Pairs} AS
                SELECT s.place AS staged, r.place AS stored
                FROM (
                  SELECT s.date, s.campaign_id, s.detail, s.{hash}, s.{place} AS place
                  FROM {staging.Name} s
                  WHERE {key.In("s.date", days)}) s
                FULL JOIN (
                  SELECT r.date, r.campaign_id, r.detail, r.{hash}, r.{place} AS place
                  FROM {names.Facts} r
                  WHERE {key.Facts}
                    AND {key.Range}
                    AND {key.In("r.date", days)}) r
                  ON r.date = s.date
                  AND r.campaign_id = s.campaign_id
                  AND r.detail = s.detail
                WHERE s.place IS NULL
                  OR r.place IS NULL
                  OR (r.{hash} = s.{hash}) IS NOT TRUE
                """),
            cancellationToken).ConfigureAwait(false);
        return $"""
            SELECT
              CASE
                WHEN p.stored IS NULL THEN {New}
                WHEN p.staged IS NOT NULL THEN {Changed}
                ELSE {VanishedSql(mayLose)}
              END AS kind,
              {string.Join(",\n  ", KeyOfEither)},
              {Values("s", "r")},
              s.{hash} AS {hash},
              p.stored AS place
            FROM {Pairs} p
            LEFT JOIN {staging.Name} s ON s.{place} = p.staged
            LEFT JOIN {names.Facts} r ON r.{place} = p.stored
            WHERE p.staged IS NULL
              OR p.stored IS NULL
              OR {Differs}
            """;
    }

    private string CompareSql(IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<DateOnly> mayLose) =>
        $"""
        SELECT
          CASE WHEN r.date IS NULL THEN {New} ELSE {Changed} END AS kind,
          s.date AS date,
          s.campaign_id AS campaign_id,
          s.detail AS detail,
          {Values("s", "r")}
        FROM {staging.Name} s
        LEFT JOIN {names.Facts} r
          ON {key.Facts}
          AND r.date = s.date
          AND r.campaign_id = s.campaign_id
          AND r.detail = s.detail
        WHERE {key.In("s.date", days)}
          AND (r.date IS NULL
          OR {Differs})
        UNION ALL
        SELECT
          {VanishedSql(mayLose)},
          r.date,
          r.campaign_id,
          r.detail,
          {Values(null, "r")}
        FROM {names.Facts} r
        WHERE {key.Facts}
          AND {key.Range}
          AND {key.In("r.date", days)}
          AND NOT EXISTS (
            SELECT 1
            FROM {staging.Name} s
            WHERE s.date = r.date
              AND s.campaign_id = r.campaign_id
              AND s.detail = r.detail)
        """;

    private string VanishedSql(IReadOnlyCollection<DateOnly> mayLose) =>
        $"CASE WHEN {key.In("r.date", mayLose)} THEN {Vanished} ELSE {Protected} END";

    private string Differs => string.Join(
        "\n  OR ",
        staging.ValueColumns
            .Select(column => $"r.{column} IS DISTINCT FROM s.{column}")
            .Append($"r.attribution_days <> {attributionDays}"));

    /// <summary>
    /// New values, those that describe a row from wherever it stands; then the old ones of what entities carry the sums of.
    /// </summary>
    private string Values(string? staged, string stored) => string.Join(",\n  ", (IEnumerable<string>)
    [
        .. Described.Select(column => staged is null
            ? $"{stored}.{column} AS {column}"
            : $"CASE WHEN {staged}.date IS NULL THEN {stored}.{column} ELSE {staged}.{column} END AS {column}"),
        .. staging.MetricColumns.Concat(staging.OtherColumns)
            .Select(column => $"{(staged is null ? "NULL" : $"{staged}.{column}")} AS {column}"),
        .. OldColumns.Select(column => $"{stored}.{column} AS old_{column}"),
    ]);
}
