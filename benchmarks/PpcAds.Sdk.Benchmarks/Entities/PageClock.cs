using System.Diagnostics;
using System.Runtime.CompilerServices;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>Notes when each page of keywords was committed: a sink wants the next page only then.</summary>
internal sealed class PageClock(IEtlSink sink) : IEtlSink
{
    private readonly List<long> _commits = [];

    /// <summary>The seconds between the commits.</summary>
    public IReadOnlyList<double> Intervals =>
        [.. _commits.Zip(_commits.Skip(1), (one, next) => Stopwatch.GetElapsedTime(one, next).TotalSeconds)];

    public Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T> =>
        sink.LoadEntitiesAsync(
            scope, typeof(T) == typeof(KeywordRecord) ? NoteAsync(batches, cancellationToken) : batches, cancellationToken);

    public Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        sink.BeginReplaceAsync(scope, id, cancellationToken);

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default) =>
        sink.FindLoadAsync(id, cancellationToken);

    public void Clear() => _commits.Clear();

    private async IAsyncEnumerable<IReadOnlyList<T>> NoteAsync<T>(
        IAsyncEnumerable<IReadOnlyList<T>> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<T> page in pages.WithCancellation(cancellationToken))
        {
            yield return page;
            _commits.Add(Stopwatch.GetTimestamp());
        }
    }
}
