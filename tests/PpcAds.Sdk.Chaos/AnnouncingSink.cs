using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Chaos;

/// <summary>Announces each write of data.</summary>
internal sealed class AnnouncingSink(IEtlSink inner, KillPoints points) : IEtlSink
{
    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord
    {
        await points.PassAsync($"before {T.EntityType} are loaded");
        LoadResult result = await inner.LoadEntitiesAsync(scope, batches, cancellationToken);
        await points.PassAsync($"after {T.EntityType} are loaded");
        return result;
    }

    public async Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        new Session(await inner.BeginReplaceAsync(scope, id, cancellationToken), points);

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) => inner.FindLoadAsync(id, cancellationToken);

    private sealed class Session(ILoadSession inner, KillPoints points) : ILoadSession
    {
        public async Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(rows, cancellationToken);
            await points.PassAsync("after rows are staged");
        }

        public async Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
        {
            await points.PassAsync("before the load commits");
            LoadResult result = await inner.CommitAsync(cancellationToken);
            await points.PassAsync("after the load committed");
            return result;
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
