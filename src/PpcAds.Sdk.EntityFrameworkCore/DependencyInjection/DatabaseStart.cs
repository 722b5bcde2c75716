using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// Work with a database when a host starts: what prevents it within a bounded time is reported with the remedy.
/// </summary>
internal sealed class DatabaseStart(DbContext context, PpcAdsSqlDialect dialect, TimeSpan longestWait)
{
    private static readonly TimeSpan PollDelay = TimeSpan.FromMilliseconds(250);

    private readonly long _started = TimeProvider.System.GetTimestamp();

    private TimeSpan Remaining => longestWait - TimeProvider.System.GetElapsedTime(_started);

    /// <exception cref="PpcAdsStorageException">The database cannot be reached, or another session locks its tables.</exception>
    public async Task RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (FindCause(exception) is { } cause)
        {
            if (dialect.IsLockTimeout(cause))
            {
                throw await LockedAsync(exception, cancellationToken).ConfigureAwait(false);
            }

            DbConnection connection = context.Database.GetDbConnection();
            string why = cause.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
            throw new PpcAdsStorageException(
                dialect.IsConnectionFailure(cause)
                    ? $"PpcAds: the database '{connection.Database}' on {connection.DataSource} cannot be used: {why}. Check "
                        + "that the server runs, and the connection string's server, database, user and password, then start "
                        + "again."
                    : $"PpcAds: the tables in the database '{connection.Database}' on {connection.DataSource} could not be "
                        + $"brought up to date or checked: {why}.",
                cause.IsTransient,
                exception);
        }
    }

    /// <summary>
    /// Migrates if there is anything to migrate, after whoever else is at it: EF Core waits for a lock for ever, be it a dead
    /// process's row in SQLite or a living session's lock in PostgreSQL.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException) when (!cancellationToken.IsCancellationRequested)
            {
                if (!await creator.ExistsAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }

                // Another host made it in the same moment.
            }
        }

        await WithLimitedLocksAsync(
            async connection =>
            {
                while (await CountPendingAsync(cancellationToken).ConfigureAwait(false) is > 0 and var pending)
                {
                    await RefuseOtherHistoryAsync(cancellationToken).ConfigureAwait(false);
                    if (!await dialect.IsMigrationLockedAsync(connection, cancellationToken).ConfigureAwait(false)
                        && await TryMigrateAsync(connection, pending, cancellationToken).ConfigureAwait(false))
                    {
                        return;
                    }

                    if (Remaining < TimeSpan.Zero)
                    {
                        throw await LockedAsync(null, cancellationToken).ConfigureAwait(false);
                    }

                    await Task.Delay(PollDelay, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs statements that do not wait for other sessions' locks beyond the longest wait.</summary>
    public async Task WithLimitedLocksAsync(Func<DbConnection, Task> work, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        DbConnection connection = context.Database.GetDbConnection();
        try
        {
            await dialect.LimitLockWaitAsync(connection, Remaining, cancellationToken).ConfigureAwait(false);
            await work(connection).ConfigureAwait(false);
            await dialect.LimitLockWaitAsync(connection, null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Before 0.1 a change of the tables replaces the initial migration, which then cannot run over the tables of the former one.
    /// </summary>
    private async Task RefuseOtherHistoryAsync(CancellationToken cancellationToken)
    {
        IEnumerable<string> applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
        if (applied.Except(context.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException(
                $"PpcAds: the tables in the database '{context.Database.GetDbConnection().Database}' were created by another "
                + $"build of PpcAds.Sdk (migration '{unknown}'), and cannot be upgraded by this one. Use a new database, or drop "
                + "the SDK's tables, and sync again.");
        }
    }

    private async Task<int> CountPendingAsync(CancellationToken cancellationToken) =>
        (await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false)).Count();

    /// <summary>
    /// Each migration is a transaction of its own, and EF Core's lock ends with it: between two of ours another host may do the
    /// second, which then fails here and is done all the same.
    /// </summary>
    private async Task<bool> TryMigrateAsync(DbConnection connection, int pending, CancellationToken cancellationToken)
    {
        await dialect.LimitLockWaitAsync(connection, Remaining, cancellationToken).ConfigureAwait(false);
        try
        {
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (!dialect.IsLockTimeout(exception) && !dialect.IsConnectionFailure(exception))
        {
            if (await CountPendingAsync(cancellationToken).ConfigureAwait(false) >= pending)
            {
                throw;
            }

            return false;
        }
    }

    private async Task<PpcAdsStorageException> LockedAsync(Exception? exception, CancellationToken cancellationToken)
    {
        string name = context.Database.GetDbConnection().Database;
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        string remedy = await dialect.DescribeMigrationLockAsync(
            context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
        await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        return new PpcAdsStorageException(
            $"PpcAds: the tables in the database '{name}' were locked by another session for {longestWait.TotalSeconds:0.#} "
            + $"seconds, so that they could not be brought up to date or checked. {remedy}",
            isTransient: true,
            exception);
    }

    private static DbException? FindCause(Exception? exception)
    {
        while (exception is not (null or DbException))
        {
            exception = exception.InnerException;
        }

        return exception as DbException;
    }
}
