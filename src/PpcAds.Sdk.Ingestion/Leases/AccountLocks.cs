using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Leases;

/// <summary>Locks of accounts: one worker at a time syncs an account, however many processes there are on one store.</summary>
internal sealed class AccountLocks(
    ILeaseStore leases, string owner, TimeSpan duration, StorageRetry retry, TimeProvider timeProvider, ILogger logger)
{
    private const int TriesInALease = 6;

    /// <summary>Acquires the lock of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="waits">
    /// Whether to wait for a lock that another worker holds: for as long as a lease lasts without being renewed, since its holder
    /// may be dead.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public async Task<AccountLock> AcquireAsync(AccountId accountId, bool waits, CancellationToken cancellationToken)
    {
        string name = $"sync/account/{accountId}";
        Lease? lease = await TryTakeAsync(name, cancellationToken).ConfigureAwait(false);
        for (int attempt = 0; lease is null && waits && attempt <= TriesInALease; attempt++)
        {
            await Task.Delay(duration / TriesInALease, timeProvider, cancellationToken).ConfigureAwait(false);
            lease = await TryTakeAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return lease is null
            ? AccountLock.NotAcquired
            : new AccountLock(leases, lease, new LeaseRenewer(
                name, token => leases.RenewAsync(lease, duration, token), duration, timeProvider, logger, cancellationToken));
    }

    private Task<Lease?> TryTakeAsync(string name, CancellationToken cancellationToken) => retry.RunAsync(
        () => leases.TryTakeAsync(name, owner, duration, cancellationToken), cancellationToken);
}
