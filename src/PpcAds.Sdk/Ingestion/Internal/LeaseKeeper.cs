namespace PpcAds.Sdk.Ingestion;

/// <summary>Prolongs a lease while work goes on under it; when it is lost, the work is cancelled.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _lost;
    private readonly Task _loop;

    public LeaseKeeper(Func<CancellationToken, Task<bool>> renew, TimeSpan lease, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _loop = KeepAsync(renew, lease, timeProvider);
    }

    /// <summary>Cancelled when the lease is lost, or the caller wants no more.</summary>
    public CancellationToken Token => _lost.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
        _lost.Dispose();
    }

    private async Task KeepAsync(Func<CancellationToken, Task<bool>> renew, TimeSpan lease, TimeProvider timeProvider)
    {
        try
        {
            while (true)
            {
                await Task.Delay(lease / 3, timeProvider, _stop.Token).ConfigureAwait(false);
                if (!await renew(_stop.Token).ConfigureAwait(false))
                {
                    IsLost = true;
                    await _lost.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
        catch (Exception)
        {
            // A store that cannot be reached: the commit tells whether the lease was kept.
        }
    }
}
