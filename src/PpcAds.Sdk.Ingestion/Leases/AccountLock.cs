namespace PpcAds.Sdk.Leases;

/// <summary>The lock of an account that a worker holds, or did not get. Disposing it releases it.</summary>
internal sealed class AccountLock(ILeaseStore leases, Lease? lease, LeaseRenewer? renewer) : IAsyncDisposable
{
    /// <summary>Gets a lock that another worker holds.</summary>
    public static AccountLock NotAcquired { get; } = new(null!, null, null);

    public bool IsAcquired => lease is not null;

    /// <summary>Gets the lease that writes depend on.</summary>
    public Lease Lease => lease ?? throw new InvalidOperationException("The lock is another worker's.");

    /// <summary>Gets a token that is cancelled when the lock is lost, or the caller cancels.</summary>
    public CancellationToken Token => renewer?.Token ?? CancellationToken.None;

    /// <summary>Whether an exception came of the loss of the lock, and not of the caller's cancellation.</summary>
    public bool IsLostBy(Exception exception, CancellationToken caller) =>
        exception is LeaseLostException
        || (exception is OperationCanceledException && renewer is { IsLost: true } && !caller.IsCancellationRequested);

    public async ValueTask DisposeAsync()
    {
        if (renewer is null)
        {
            return;
        }

        await renewer.DisposeAsync().ConfigureAwait(false);
        try
        {
            // Also when the caller has cancelled: the next worker need not wait until the lease has expired.
            await leases.ReleaseAsync(Lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A store that cannot be reached: the lease expires, and the outcome of the work is what matters.
        }
    }
}
