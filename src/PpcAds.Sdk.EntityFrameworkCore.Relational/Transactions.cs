using System.Data;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational;

/// <summary>Runs work of stores, each piece in a context of its own and by the execution strategy that the host chose.</summary>
/// <param name="contexts">The contexts.</param>
internal sealed class Transactions(IPpcAdsContexts contexts)
{
    /// <summary>How often work is tried that another process may have been faster with.</summary>
    private const int Tries = 5;

    /// <summary>Runs work without a transaction of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Database.CreateExecutionStrategy()
                .ExecuteAsync(token => body(lease.Context, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs work in a transaction, which the strategy may do again as a whole.</summary>
    public async Task<T> RunAsync<T>(Func<DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Database.CreateExecutionStrategy()
                .ExecuteAsync(token => RunOnceAsync(lease.Context, body, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs work in a transaction that cannot be done again, since what it reads is gone then.</summary>
    public async Task<T> RunOnceAsync<T>(Func<DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        (T? result, ExceptionDispatchInfo? failure) = await ReadAsync<(T?, ExceptionDispatchInfo?)>(
            async (context, token) =>
            {
                try
                {
                    return (await RunOnceAsync(context, body, token).ConfigureAwait(false), null);
                }
#pragma warning disable CA1031 // It is thrown again, behind the strategy.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    return (default, ExceptionDispatchInfo.Capture(exception));
                }
            },
            cancellationToken).ConfigureAwait(false);
        failure?.Throw();
        return result!;
    }

    /// <summary>Runs work in a transaction, again if another process inserted one of its rows in the meantime.</summary>
    public async Task<T> UpsertAsync<T>(Func<DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(body, cancellationToken).ConfigureAwait(false);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // The row is there now; the next attempt finds it.
            }
        }
    }

    /// <summary>
    /// Reads committed rows only, each statement by itself: after its turn was taken a transaction sees what the one before it
    /// wrote.
    /// </summary>
    private static async Task<T> RunOnceAsync<T>(
        DbContext context, Func<DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        IDbContextTransaction transaction = await context.Database
            .BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            T result = await body(context, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    }
}
