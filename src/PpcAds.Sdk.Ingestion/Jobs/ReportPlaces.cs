namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>
/// How many report jobs are worked on at a time in this process, by all callers: the worker, runs, a first sync.
/// </summary>
internal sealed class ReportPlaces(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Does the work once a place is free.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
