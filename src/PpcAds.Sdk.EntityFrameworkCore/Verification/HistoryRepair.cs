using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>Removes from the history what contradicts it, and adds loads that only their changes are left of.</summary>
internal sealed class HistoryRepair(
    SqlSession session, TableNames names, ScopeKey key, DateTimeOffset now, Action<StoreDifferenceKind, long> healed)
{
    private readonly HistorySql _sql = new(names, key);

    /// <summary>
    /// Makes the newest load of profile and dataset at least as new as those of its days; loads in the future were none. Before
    /// the ledger is healed.
    /// </summary>
    public async Task HealInstantsAsync(LoadScope scope, CancellationToken cancellationToken)
    {
        ScopeRow row = (await ScopeRow.FindAsync(session, names, scope, cancellationToken).ConfigureAwait(false))!;
        DateTimeOffset latest = row.KnownAt > now ? row.KnownAt.Value : now;
        int removed = await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                DELETE FROM {names.DayLoads} AS r
                WHERE {key.Facts}
                  AND r.loaded_at > @latest
                """,
                ("@latest", session.Dialect.InstantValue(latest))),
            cancellationToken).ConfigureAwait(false);
        int raised = await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                UPDATE {names.Scopes} AS r
                SET known_at = (
                  SELECT MAX(l.loaded_at)
                  FROM {names.DayLoads} l
                  WHERE l.scope_id = {key.ScopeId})
                WHERE {key.Facts}
                  AND EXISTS (
                    SELECT 1
                    FROM {names.DayLoads} l
                    WHERE l.scope_id = {key.ScopeId}
                      AND (r.known_at IS NULL OR l.loaded_at > r.known_at))
                """),
            cancellationToken).ConfigureAwait(false);
        healed(StoreDifferenceKind.DayLoads, removed);
        healed(StoreDifferenceKind.Scope, raised);
    }

    /// <summary>After the ledger was healed.</summary>
    public async Task HealAsync(CancellationToken cancellationToken)
    {
        healed(StoreDifferenceKind.DayLoads, await RunAsync(_sql.InsertLoads).ConfigureAwait(false));
        healed(StoreDifferenceKind.HistoryChange, await RunAsync(_sql.DeleteWithoutLoad).ConfigureAwait(false));
        healed(StoreDifferenceKind.HistoryFigure, await RunAsync(_sql.DeleteBelowZero).ConfigureAwait(false));

        Task<int> RunAsync(string sql) => SqlSession.ExecuteAsync(session.Command(sql), cancellationToken);
    }
}
