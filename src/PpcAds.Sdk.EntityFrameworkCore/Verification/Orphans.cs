using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>Rows whose number stands for no profile and dataset.</summary>
internal sealed class Orphans(SqlSession session, TableNames names)
{
    private IEnumerable<(string Table, string Sql)> Tables =>
        [(FactTable.Name, names.Facts), (ChangeTable.Name, names.Changes), (PpcAdsTables.DayLoads, names.DayLoads)];

    public async Task FindAsync(StoreDifferences found, CancellationToken cancellationToken)
    {
        foreach ((string table, string sql) in Tables)
        {
            foreach (int scopeId in await ListAsync(sql, cancellationToken).ConfigureAwait(false))
            {
                long rows = await session.CountAsync(
                    $"SELECT COUNT(*) FROM {sql} r WHERE r.scope_id = {scopeId}", cancellationToken).ConfigureAwait(false);
                found.Add(
                    new StoreDifference
                    {
                        Kind = StoreDifferenceKind.Orphans,
                        Table = table,
                        Subject = "scope_id",
                        Found = StoreDifferences.Text(scopeId),
                    },
                    rows);
            }
        }
    }

    /// <summary>Removes them, each number in a statement of its own.</summary>
    /// <returns>The number of rows.</returns>
    public async Task<long> RemoveAsync(CancellationToken cancellationToken)
    {
        long removed = 0;
        foreach ((string _, string table) in Tables)
        {
            foreach (int scopeId in await ListAsync(table, cancellationToken).ConfigureAwait(false))
            {
                removed += await SqlSession.ExecuteAsync(
                    session.Command(
                        $"""
                        DELETE FROM {table}
                        WHERE scope_id = {scopeId}
                          AND NOT EXISTS (
                            SELECT 1
                            FROM {names.Scopes} s
                            WHERE s.scope_id = {scopeId})
                        """),
                    cancellationToken).ConfigureAwait(false);
            }
        }

        return removed;
    }

    /// <summary>Goes from number to number along the key, whatever the number of rows.</summary>
    private Task<List<int>> ListAsync(string table, CancellationToken cancellationToken) => SqlSession.QueryAsync(
        session.Command(
            $"""
            WITH RECURSIVE numbers (scope_id) AS (
              SELECT MIN(r.scope_id)
              FROM {table} r
              UNION ALL
              SELECT (
                SELECT MIN(r.scope_id)
                FROM {table} r
                WHERE r.scope_id > n.scope_id)
              FROM numbers n
              WHERE n.scope_id IS NOT NULL)
            SELECT n.scope_id
            FROM numbers n
            WHERE n.scope_id IS NOT NULL
              AND NOT EXISTS (
                SELECT 1
                FROM {names.Scopes} s
                WHERE s.scope_id = n.scope_id)
            """),
        reader => reader.GetInt32(0),
        cancellationToken);
}
