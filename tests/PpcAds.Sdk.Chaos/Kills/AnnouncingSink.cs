using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>Announces each write of data.</summary>
internal sealed class AnnouncingSink(IEtlSink inner, KillPoints points) : IEtlSink
{
    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        string step = $"{T.Table.EntityType} of profile {scope.ProfileId}";
        points.Begin(step);
        points.Within = $"a load of {T.Table.EntityType}";
        try
        {
            return await inner.LoadEntitiesAsync(scope, batches, cancellationToken);
        }
        finally
        {
            points.Within = null;
            points.Pass($"after {T.Table.EntityType} are loaded");
            points.End(step);
        }
    }

    public async Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        new Session(await inner.BeginReplaceAsync(scope, id, cancellationToken), points);

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) => inner.FindLoadAsync(id, cancellationToken);

    private sealed class Session(ILoadSession inner, KillPoints points) : ILoadSession
    {
        public async Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(rows, cancellationToken);
            points.Pass("after rows are staged");
        }

        public async Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
        {
            points.Within = "the load's commit";
            LoadResult result = await inner.CommitAsync(cancellationToken);
            points.Within = null;
            points.Pass("after the load committed");
            return result;
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
