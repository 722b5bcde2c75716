using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// A load into days that hold nothing yet: rows go straight into the table, in the transaction that ends the load, and are
/// written once. Whether that may be is proved by ledger and table, while no other load of the profile and dataset goes on.
/// </summary>
internal static class DirectLoad
{
    /// <summary>
    /// Begins the load's transaction if its days hold nothing; <see langword="null"/>, and no transaction, if they may.
    /// </summary>
    public static async Task<IDirectRowWriter?> TryBeginAsync(
        SqlSession session,
        TableNames names,
        StagingTable staging,
        LoadScope scope,
        ScopeKey key,
        LoadHistory history,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (scope.FileBytes > session.Dialect.MostDirectBytes)
        {
            return null;
        }

        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        bool isDirect = false;
        try
        {
            await history.MarkAsync(cancellationToken).ConfigureAwait(false);
            isDirect = await session.Dialect.LockAsync(
                session.Connection, session.Transaction!, scope, wait: false, cancellationToken).ConfigureAwait(false)
                && await history.FindAsync(cancellationToken).ConfigureAwait(false) is null
                && await HoldNothingAsync(session, names, key, cancellationToken).ConfigureAwait(false);
            if (!isDirect)
            {
                return null;
            }

            return session.Dialect.OpenDirect(
                session.Connection, session.Transaction!, new DirectTarget(names.Facts, key.ScopeId, staging, scope, now));
        }
        finally
        {
            if (!isDirect)
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> HoldNothingAsync(
        SqlSession session, TableNames names, ScopeKey key, CancellationToken cancellationToken)
    {
        foreach ((string table, string rows) in new[] { (names.Days, key.Days), (names.Facts, key.Facts) })
        {
            System.Data.Common.DbCommand command = session.Command(
                $"""
                SELECT 1
                FROM {table} r
                WHERE {rows}
                  AND {key.Range}
                LIMIT 1
                """);
            if ((await SqlSession.QueryAsync(command, reader => 1, cancellationToken).ConfigureAwait(false)).Count > 0)
            {
                return false;
            }
        }

        return true;
    }
}
