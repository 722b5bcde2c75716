using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>A sink that lets a test in at exact moments of a load.</summary>
internal sealed class HookedSink(IEtlSink inner) : IEtlSink
{
    /// <summary>Runs when all rows are staged and nothing is committed.</summary>
    public Func<LoadScope, Task> BeforeCommit { get; set; } = _ => Task.CompletedTask;

    /// <summary>What commits ended by, other than a result.</summary>
    public List<Exception> Failures { get; } = [];

    public Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T> => inner.LoadEntitiesAsync(scope, batches, cancellationToken);

    public async Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        new Session(this, await inner.BeginReplaceAsync(scope, id, cancellationToken), scope);

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) => inner.FindLoadAsync(id, cancellationToken);

    private sealed class Session(HookedSink sink, ILoadSession inner, LoadScope scope) : ILoadSession
    {
        public Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default) => inner.WriteAsync(rows, cancellationToken);

        public async Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
        {
            await sink.BeforeCommit(scope);
            try
            {
                return await inner.CommitAsync(cancellationToken);
            }
            catch (Exception exception)
            {
                lock (sink.Failures)
                {
                    sink.Failures.Add(exception);
                }

                throw;
            }
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
