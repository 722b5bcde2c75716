using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Conformance.CoverageReport;

/// <summary>Keeps nothing but the names of the tables that were filled.</summary>
internal sealed class TableSink : IEtlSink
{
    private readonly SortedSet<string> _tables = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Tables => _tables;

    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        await foreach (IReadOnlyList<T> batch in batches.WithCancellation(cancellationToken))
        {
            if (batch.Count > 0)
            {
                _tables.Add(T.Table.Name);
            }
        }

        return new LoadResult();
    }

    public Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
