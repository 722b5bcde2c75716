namespace PpcAds.Sdk.Http;

/// <summary>A time limit on top of the caller's own cancellation, able to tell the two apart.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;
    private readonly CancellationToken _caller;

    public Deadline(TimeSpan limit, TimeProvider timeProvider, CancellationToken caller)
    {
        _caller = caller;
        _timer = new CancellationTokenSource(limit, timeProvider);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    public CancellationToken Token => _linked.Token;

    /// <summary>Whether it was the limit, not the caller, that ended things.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }
}
