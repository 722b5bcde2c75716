using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.EntityFrameworkCore.Entities;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// Loads into the tables by SQL of its own, on its own connection: a consumed stream cannot be replayed by a retrying strategy.
/// </summary>
internal sealed class EfEtlSink(
    IPpcAdsContexts contexts, PpcAdsSqlDialect dialect, TimeProvider timeProvider, ILoggerFactory loggers) : IEtlSink
{
    private readonly ILogger _logger = loggers.CreateLogger(LoadLog.Category);

    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(batches);
        LoadResult result = new();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var upsert = new EntityUpsert<T>(session, new TableNames(lease.Context), scope);
            await foreach (IReadOnlyList<T> batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                result += await upsert.RunAsync(batch, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }
        }

        return result;
    }

    public async Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ContextLease lease = contexts.Create();
        try
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            if (scope.Fence is { } fence)
            {
                string jobs = new TableNames(lease.Context).Jobs;
                LoadLog.Sessions(
                    _logger,
                    await dialect.EndEarlierLoadsAsync(session.Connection, jobs, fence, cancellationToken).ConfigureAwait(false));
            }

            return await EfLoadSession.OpenAsync(lease, session, scope, id, timeProvider.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcLoad? load = await lease.Context.Set<PpcLoad>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.LoadId == id.Value, cancellationToken).ConfigureAwait(false);
            return load is null ? null : load.ToResult();
        }
    }
}
