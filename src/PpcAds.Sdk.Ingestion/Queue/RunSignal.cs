namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>
/// Wakes the worker of this process when a run is requested or cancelled; other processes see it at their next check.
/// </summary>
internal sealed class RunSignal : IDisposable
{
    private readonly SemaphoreSlim _wanted = new(0, 1);
    private readonly Lock _gate = new();

    public void Wake()
    {
        lock (_gate)
        {
            if (_wanted.CurrentCount == 0)
            {
                _wanted.Release();
            }
        }
    }

    /// <summary>Waits until it is woken, or until the given time has passed.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task woken = _wanted.WaitAsync(either.Token);
        Task passed = Task.Delay(longest, timeProvider, either.Token);
        await Task.WhenAny(woken, passed).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose() => _wanted.Dispose();
}
