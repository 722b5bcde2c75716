using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// The table of what differs between the staged rows and the stored ones, made by one join: nothing is written where nothing changed,
/// and whatever follows costs in proportion to the changes.
/// </summary>
internal sealed class ScopeDiff(SqlSession session, TableNames names, StagingTable staging, ScopeKey key, int attributionDays)
{
    public const string Table = "ppc_diff";

    /// <summary>Staged only.</summary>
    public const int New = 0;

    /// <summary>In both, with other values.</summary>
    public const int Changed = 1;

    /// <summary>Stored only, on a day that may lose rows.</summary>
    public const int Vanished = 2;

    /// <summary>Stored only, on a day that must keep its rows.</summary>
    public const int Kept = 3;

    private IEnumerable<string> Described => [.. staging.IdColumns, .. staging.TextColumns, "currency"];

    private IEnumerable<string> OldColumns => PerformanceMetrics.Aggregated.Select(metric => StagingTable.ColumnOf(session.Dialect, metric));

    /// <summary>A row <c>r</c> of the table and the difference <c>d</c> of it.</summary>
    public string Match
    {
        get
        {
            string place = session.Dialect.RowPlace;
            return $"{key.Rows} AND {key.Range} AND r.date = d.date AND r.entity_key = d.entity_key{(place.Length == 0 ? "" : $" AND r.{place} = d.place")}";
        }
    }

    /// <summary>Makes the table.</summary>
    /// <param name="days">The days that are replaced.</param>
    /// <param name="mayLose">Those of them that may lose rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task CreateAsync(IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<DateOnly> mayLose, CancellationToken cancellationToken)
    {
        string stagedRows = $"(SELECT * FROM {staging.Name} WHERE {key.In("date", days)})";
        string place = session.Dialect.RowPlace;
        string storedRows = $"(SELECT *{(place.Length == 0 ? "" : $", {place} AS place")} FROM {names.Records} r WHERE {key.Rows} AND {key.Range} AND {key.In("r.date", days)})";
        string vanished = $"CASE WHEN {key.In("r.date", mayLose)} THEN {Vanished} ELSE {Kept} END";
        string select = session.Dialect.HashesJoins
            ? $"SELECT CASE WHEN r.date IS NULL THEN {New} WHEN s.date IS NOT NULL THEN {Changed} ELSE {vanished} END AS kind, "
                + $"CASE WHEN s.date IS NULL THEN r.date ELSE s.date END AS date, CASE WHEN s.date IS NULL THEN r.entity_key ELSE s.entity_key END AS entity_key, {Values("s", "r")} "
                + $"FROM {stagedRows} s FULL JOIN {storedRows} r ON r.date = s.date AND r.entity_key = s.entity_key WHERE r.date IS NULL OR s.date IS NULL OR {Differs}"
            : $"SELECT CASE WHEN r.date IS NULL THEN {New} ELSE {Changed} END AS kind, s.date AS date, s.entity_key AS entity_key, {Values("s", "r")} "
                + $"FROM {staging.Name} s LEFT JOIN {names.Records} r ON {key.Rows} AND r.date = s.date AND r.entity_key = s.entity_key "
                + $"WHERE {key.In("s.date", days)} AND (r.date IS NULL OR {Differs}) "
                + $"UNION ALL SELECT {vanished}, r.date, r.entity_key, {Values(null, "r")} FROM {names.Records} r "
                + $"WHERE {key.Rows} AND {key.Range} AND {key.In("r.date", days)} AND NOT EXISTS "
                + $"(SELECT 1 FROM {staging.Name} s WHERE s.date = r.date AND s.entity_key = r.entity_key)";
        await SqlSession.ExecuteAsync(session.Command($"DROP TABLE IF EXISTS {Table}; CREATE TEMPORARY TABLE {Table} AS {select}{session.Dialect.AnalyzeSql(Table, "kind", "date", "entity_key")}"), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>How many rows of a kind there are.</summary>
    public Task<long> CountAsync(string condition, CancellationToken cancellationToken) =>
        session.CountAsync($"SELECT COUNT(*) FROM {Table} d WHERE {condition}", cancellationToken);

    private string Differs => string.Join(" OR ", staging.ValueColumns.Select(column => $"r.{column} IS DISTINCT FROM s.{column}")
        .Append($"r.attribution_days <> {attributionDays}"));

    /// <summary>New values, those that describe a row from wherever it stands; then the old ones of what entities carry the sums of.</summary>
    private string Values(string? staged, string stored) => string.Join(", ", (IEnumerable<string>)
    [
        .. Described.Select(column => staged is null ? $"{stored}.{column} AS {column}" : $"CASE WHEN {staged}.date IS NULL THEN {stored}.{column} ELSE {staged}.{column} END AS {column}"),
        .. staging.MetricColumns.Select(column => $"{(staged is null ? "NULL" : $"{staged}.{column}")} AS {column}"),
        .. OldColumns.Select(column => $"{stored}.{column} AS old_{column}"),
        .. session.Dialect.RowPlace.Length == 0 ? Array.Empty<string>() : [$"{stored}.place"],
    ]);
}
