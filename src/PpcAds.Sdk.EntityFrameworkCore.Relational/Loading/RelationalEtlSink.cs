using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>Loads by change tracking, with the rules of <see cref="Sinks"/>.</summary>
internal sealed class RelationalEtlSink(Transactions transactions, Turns turns, TimeProvider timeProvider) : IEtlSink
{
    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(batches);
        var load = new EntityLoad<T>(turns, scope, timeProvider);
        LoadResult result = new();
        await foreach (IReadOnlyList<T> batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            result += await load.RunAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    public Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Task.FromResult<ILoadSession>(new RelationalLoadSession(turns, scope, id, timeProvider));
    }

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) =>
        transactions.ReadAsync(
            async (context, token) => (await context.Set<PpcLoad>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.LoadId == id.Value, token).ConfigureAwait(false))?.ToResult(),
            cancellationToken);
}
