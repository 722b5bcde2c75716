using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Leases;

/// <summary>Prolongs a lease while work goes on under it; when it is lost, the work is cancelled.</summary>
internal sealed class LeaseRenewer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _lost;
    private readonly Task _loop;

    /// <param name="name">What the lease is about, for the log.</param>
    /// <param name="renew">Prolongs it in the store, and returns whether it is still held.</param>
    /// <param name="lease">How long it lasts.</param>
    /// <param name="timeProvider">The time of the renewals.</param>
    /// <param name="logger">Receives a message when the store cannot be reached.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public LeaseRenewer(
        string name,
        Func<CancellationToken, Task<bool>> renew,
        TimeSpan lease,
        TimeProvider timeProvider,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _loop = KeepAsync(name, renew, lease, timeProvider, logger);
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

    private async Task KeepAsync(
        string name, Func<CancellationToken, Task<bool>> renew, TimeSpan lease, TimeProvider timeProvider, ILogger logger)
    {
        TimeSpan delay = lease / 3;
        try
        {
            do
            {
                await Task.Delay(delay, timeProvider, _stop.Token).ConfigureAwait(false);
                try
                {
                    IsLost = !await renew(_stop.Token).ConfigureAwait(false);
                    delay = lease / 3;
                }
                catch (Exception exception) when (!_stop.IsCancellationRequested)
                {
                    // Tried sooner, and for as long as the work goes on, even beyond the lease: possibly no other process has
                    // taken it, a long commit of our own locks the row, and every write depends on the epoch. Only an answer of
                    // the store shows that the lease is lost.
                    LeaseLog.RenewalFailed(logger, name, exception);
                    delay = lease / 12;
                }
            }
            while (!IsLost);
            await _lost.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The work was over while the store was being asked.
        }
    }
}
