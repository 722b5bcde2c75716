using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>
/// Heals what is stored of a profile and dataset, in one transaction, during which neither a load nor a list of the profile
/// changes it. What is right is not written.
/// </summary>
internal sealed class ScopeRepair(
    SqlSession session, TableNames names, StoredScope scope, DateTimeOffset now, Action<StoreDifferenceKind, long> healed)
{
    private readonly List<(StoreDifferenceKind Kind, long Count)> _written = [];

    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        PpcAdsSqlDialect dialect = session.Dialect;
        session.Timeout = dialect.LoadTimeout;
        _written.Clear();
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            DbTransaction transaction = session.Transaction!;
            await dialect.LockAsync(session.Connection, transaction, scope.Load, wait: true, cancellationToken)
                .ConfigureAwait(false);
            await dialect.LockEntitiesAsync(
                session.Connection, transaction, scope.Load.AccountId, scope.Load.ProfileId, cancellationToken)
                .ConfigureAwait(false);
            if (!await HeldAccount.TryHoldAsync(session, names, scope.Load.AccountId, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            ScopeKey key = await HealScopeAsync(cancellationToken).ConfigureAwait(false);
            await HealAsync(key, cancellationToken).ConfigureAwait(false);
            await SqlSession.ExecuteAsync(session.Command(TemporaryTables.DropSql), cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await session.RollbackAsync().ConfigureAwait(false);
        }

        foreach ((StoreDifferenceKind kind, long count) in _written)
        {
            healed(kind, count);
        }

        return true;
    }

    /// <summary>With the account held: one that is being purged is not to get a number once more.</summary>
    private async Task<ScopeKey> HealScopeAsync(CancellationToken cancellationToken)
    {
        ScopeRow? before = await ScopeRow.FindAsync(session, names, scope.Load, cancellationToken).ConfigureAwait(false);
        if (before?.Metrics != PpcPerformanceScope.MetricsOf(scope.Load.Dataset))
        {
            Note(StoreDifferenceKind.Scope, 1);
        }

        return await PerformanceScopes.FindOrAddAsync(session, names, scope.Load, cancellationToken).ConfigureAwait(false);
    }

    private async Task HealAsync(ScopeKey key, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<DateOnly, DayTotals> stored = await StoredRows.SumAsync(
            session, names, key, null, cancellationToken).ConfigureAwait(false);
        var history = new HistoryRepair(session, names, key, now, Note);
        await history.HealInstantsAsync(scope.Load, cancellationToken).ConfigureAwait(false);
        var ledger = new LedgerRepair(session, names, scope.Load, key, now, Note);
        await ledger.HealAsync(stored, cancellationToken).ConfigureAwait(false);
        await history.HealAsync(cancellationToken).ConfigureAwait(false);
        if (AggregateGrain.For(scope.Load.Dataset).Count > 0)
        {
            var sums = new SumsRecompute(session, names, scope.Load, key, now);
            (long changed, long added) = await sums.WriteAsync(cancellationToken).ConfigureAwait(false);
            Note(StoreDifferenceKind.EntitySums, changed);
            Note(StoreDifferenceKind.EntityMissing, added);
        }
    }

    private void Note(StoreDifferenceKind kind, long count)
    {
        if (count > 0)
        {
            _written.Add((kind, count));
        }
    }
}
