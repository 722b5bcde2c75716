using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Sinks;

namespace CustomStores;

/// <summary>The load of one report. Its rows are held in memory, so that nothing is left of a session that is not committed.</summary>
internal sealed class JsonLinesSession(LoadScope scope, Func<ReportMerge, CancellationToken, Task<LoadResult>> commit) : ILoadSession
{
    private readonly ReportMerge _merge = new(scope);

    public Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        _merge.Add(rows, cancellationToken);
        return Task.CompletedTask;
    }

    public Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default) => commit(_merge, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
