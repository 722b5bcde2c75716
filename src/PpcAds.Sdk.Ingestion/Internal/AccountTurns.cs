using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion;

/// <summary>One worker at a time syncs an account, however many processes there are on one store.</summary>
internal sealed class AccountTurns(ILeaseStore leases, string owner, TimeSpan duration, TimeProvider timeProvider, ILogger logger)
{
    private const int LooksInALease = 6;

    /// <summary>Does the work if it is this worker's turn.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="waits">
    /// Whether to wait for a turn that is taken: for as long as a lease lasts without being renewed, since its holder may be dead.
    /// </param>
    /// <param name="work">The work; what it writes depends on the lease, and its token is cancelled when the turn is lost.</param>
    /// <param name="cancellationToken">Ends all.</param>
    public async Task<AccountTurn> RunAsync(
        AccountId accountId, bool waits, Func<Lease, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        string name = $"sync/account/{accountId}";
        Lease? lease = await TryTakeAsync(name, cancellationToken).ConfigureAwait(false);
        for (int look = 0; lease is null && waits && look <= LooksInALease; look++)
        {
            await Task.Delay(duration / LooksInALease, timeProvider, cancellationToken).ConfigureAwait(false);
            lease = await TryTakeAsync(name, cancellationToken).ConfigureAwait(false);
        }

        if (lease is null)
        {
            return AccountTurn.Taken;
        }

        var keeper = new LeaseRenewer(name, token => leases.RenewAsync(lease, duration, token), duration, timeProvider, logger, cancellationToken);
        await using (keeper.ConfigureAwait(false))
        {
            try
            {
                await work(lease, keeper.Token).ConfigureAwait(false);
                return AccountTurn.Done;
            }
            catch (OperationCanceledException) when (keeper.IsLost && !cancellationToken.IsCancellationRequested)
            {
                return AccountTurn.Lost;
            }
            catch (LeaseLostException)
            {
                // The store knew it before this worker's next renewal.
                return AccountTurn.Lost;
            }
            finally
            {
                await ReleaseAsync(lease).ConfigureAwait(false);
            }
        }
    }

    private Task<Lease?> TryTakeAsync(string name, CancellationToken cancellationToken) => StorageRetry.RunAsync(
        () => leases.TryTakeAsync(name, owner, duration, cancellationToken), timeProvider, cancellationToken);

    private async Task ReleaseAsync(Lease lease)
    {
        try
        {
            // Also when the caller wants no more: the next one need not wait for the lease to run out.
            await leases.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A store that cannot be reached: the lease runs out by itself, and the work's own outcome is what matters.
        }
    }
}
