using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>A sink some of whose loads cannot have their lock.</summary>
internal sealed class LockedSink(IEtlSink inner) : IEtlSink
{
    /// <summary>How many of the next loads find it taken.</summary>
    public int Locked { get; set; }

    public Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T> => inner.LoadEntitiesAsync(scope, batches, cancellationToken);

    public Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        Locked-- > 0
            ? throw new LoadLockedException("Another load is under way.")
            : inner.BeginReplaceAsync(scope, id, cancellationToken);

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) =>
        inner.FindLoadAsync(id, cancellationToken);
}
