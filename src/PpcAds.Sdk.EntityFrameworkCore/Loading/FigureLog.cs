using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// Writes what a load makes known, and when: <c>performance_changes</c> and <c>performance_day_loads</c>. Runs inside the load's
/// transaction.
/// </summary>
internal sealed class FigureLog
{
    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly LoadScope _scope;
    private readonly ScopeKey _key;

    private FigureLog(SqlSession session, TableNames names, LoadScope scope, ScopeKey key, DateTimeOffset knownAt)
    {
        _session = session;
        _names = names;
        _scope = scope;
        _key = key;
        KnownAt = knownAt;
    }

    /// <summary>The instant of the load: later than each before it, also when the clock was set back.</summary>
    public DateTimeOffset KnownAt { get; }

    /// <summary>Takes the instant, with the load's lock held.</summary>
    public static async Task<FigureLog> BeginAsync(
        SqlSession session,
        TableNames names,
        LoadScope scope,
        ScopeKey key,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        DateTimeOffset? last = (await SqlSession.QueryAsync(
            session.Command(
                $"""
                SELECT s.known_at
                FROM {names.Scopes} s
                WHERE s.scope_id = {key.ScopeId}
                """),
            reader => reader.IsDBNull(0) ? (DateTimeOffset?)null : session.Dialect.ReadInstant(reader, 0),
            cancellationToken).ConfigureAwait(false)).FirstOrDefault();

        DateTimeOffset knownAt = LoadRules.NextInstant(last, now);
        await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                UPDATE {names.Scopes}
                SET known_at = @known
                WHERE scope_id = {key.ScopeId}
                """,
                ("@known", session.Dialect.InstantValue(knownAt))),
            cancellationToken).ConfigureAwait(false);
        return new FigureLog(session, names, scope, key, knownAt);
    }

    /// <summary>
    /// Writes by what the differences change days that were loaded before. Before the ledger is changed: it knows which those
    /// are.
    /// </summary>
    /// <param name="reported">The metrics that rows have.</param>
    /// <param name="removes">Whether what vanished is removed.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public async Task WriteChangesAsync(
        IReadOnlyList<PerformanceMetric> reported, bool removes, CancellationToken cancellationToken)
    {
        string[] columns =
        [
            .. PerformanceMetrics.Aggregated.Where(reported.Contains)
                .Select(metric => StagingTable.ColumnOf(_session.Dialect, metric)),
        ];
        if (columns.Length == 0)
        {
            return;
        }

        await SqlSession.ExecuteAsync(
            Command(
                $"""
                INSERT INTO {_names.Changes} (
                  scope_id, known_at, {string.Join(", ", StagingTable.KeyColumns)},
                  {string.Join(", ", columns)})
                SELECT
                  {_key.ScopeId}, @known, d.date, d.campaign_id, d.detail,
                  {string.Join(",\n  ", columns.Select(column => $"NULLIF({Difference(column)}, 0)"))}
                FROM {ScopeDiff.Table} d
                WHERE d.kind <= {(removes ? ScopeDiff.Vanished : ScopeDiff.Changed)}
                  AND d.date IN (
                    SELECT r.date
                    FROM {_names.Days} r
                    WHERE {_key.Days}
                      AND {_key.Range}
                      AND r.first_loaded_at IS NOT NULL)
                  AND ({string.Join("\n    OR ", columns.Select(column => $"{Difference(column)} <> 0"))})
                """),
            cancellationToken).ConfigureAwait(false);

        static string Difference(string column) => $"COALESCE(d.{column}, 0) - COALESCE(d.old_{column}, 0)";
    }

    /// <summary>Writes that days were loaded.</summary>
    public async Task WriteLoadsAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
        {
            return;
        }

        await SqlSession.ExecuteAsync(
            Command(
                $"""
                INSERT INTO {_names.DayLoads} (scope_id, date, loaded_at, report_generated_at)
                VALUES
                  {string.Join(",\n  ", days.Order().Select(RowOf))}
                """,
                ("@generated", _session.Dialect.InstantValue(_scope.GeneratedAt))),
            cancellationToken).ConfigureAwait(false);

        string RowOf(DateOnly day) => $"({_key.ScopeId}, {_session.Dialect.DateLiteral(day)}, @known, @generated)";
    }

    private System.Data.Common.DbCommand Command(
        string sql, params ReadOnlySpan<(string Name, object? Value)> more) =>
        _session.Command(sql, [("@known", _session.Dialect.InstantValue(KnownAt)), .. more]);
}
