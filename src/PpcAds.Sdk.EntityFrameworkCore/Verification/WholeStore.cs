using System.Runtime.CompilerServices;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>Verifies and heals profile by profile and dataset by dataset, each in a transaction of its own.</summary>
internal sealed class WholeStore(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect, TimeProvider timeProvider)
{
    /// <summary>A load waits seconds for a lock before it is deferred; a repair waits for a load of ten minutes.</summary>
    private const int MostTries = 200;

    public async IAsyncEnumerable<StoreVerification> VerifyAsync(
        AccountId? accountId, StorePosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            session.Timeout = dialect.LoadTimeout;
            var names = new TableNames(lease.Context);
            DateTimeOffset now = timeProvider.GetUtcNow();
            foreach (StoredScope scope in await StoredScope.ListAsync(
                session, names, accountId, after, now, cancellationToken).ConfigureAwait(false))
            {
                // What the caller does with it keeps no transaction open.
                yield return await ReadAsync(
                    session, () => new ScopeCheck(session, names, scope, now).RunAsync(cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
            }

            if (accountId is null)
            {
                yield return await ReadAsync(
                    session, () => FindOrphansAsync(session, names, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task<RecomputeResult> RecomputeAsync(
        AccountId? accountId, StorePosition? after, IProgress<StorePosition>? progress, CancellationToken cancellationToken)
    {
        var healed = new SortedDictionary<StoreDifferenceKind, long>();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var names = new TableNames(lease.Context);
            foreach (StoredScope scope in await StoredScope.ListAsync(
                session, names, accountId, after, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            {
                await HealAsync(session, names, scope, Note, cancellationToken).ConfigureAwait(false);
                progress?.Report(scope.Position);
            }

            if (accountId is null)
            {
                Note(
                    StoreDifferenceKind.Orphans,
                    await new Orphans(session, names).RemoveAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return new RecomputeResult { Healed = healed };

        void Note(StoreDifferenceKind kind, long count)
        {
            if (count > 0)
            {
                healed[kind] = healed.GetValueOrDefault(kind) + count;
            }
        }
    }

    private static async Task<StoreVerification> FindOrphansAsync(
        SqlSession session, TableNames names, CancellationToken cancellationToken)
    {
        var found = new StoreDifferences();
        await new Orphans(session, names).FindAsync(found, cancellationToken).ConfigureAwait(false);
        return found.ToVerification(null, 0);
    }

    private static async Task<StoreVerification> ReadAsync(
        SqlSession session, Func<Task<StoreVerification>> check, CancellationToken cancellationToken)
    {
        await session.BeginReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            StoreVerification found = await check().ConfigureAwait(false);
            await SqlSession.ExecuteAsync(session.Command(TemporaryTables.DropSql), cancellationToken).ConfigureAwait(false);
            return found;
        }
        finally
        {
            await session.RollbackAsync().ConfigureAwait(false);
        }
    }

    private async Task HealAsync(
        SqlSession session,
        TableNames names,
        StoredScope scope,
        Action<StoreDifferenceKind, long> healed,
        CancellationToken cancellationToken)
    {
        var repair = new ScopeRepair(session, names, scope, timeProvider.GetUtcNow(), healed);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await LoadLock.RunAsync(dialect, scope.Load, () => repair.RunAsync(cancellationToken)).ConfigureAwait(false);
                return;
            }
            catch (LoadLockedException) when (attempt < MostTries)
            {
                // The wait was the database's.
            }
        }
    }
}
