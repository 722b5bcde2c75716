using System.Collections.Concurrent;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>Syncs all accounts, several side by side; those that another worker is at come last.</summary>
internal sealed class AllAccountsSync(
    IAccountStore accounts,
    AccountSync accountSync,
    IngestionOptions options,
    TimeProvider timeProvider,
    IngestionMetrics metrics)
{
    /// <summary>Syncs all accounts but those that are done.</summary>
    public async Task RunAsync(HashSet<AccountId> done, SyncContext run, CancellationToken cancellationToken)
    {
        IReadOnlyList<Account> all = await accounts.ListAsync(cancellationToken).ConfigureAwait(false);
        metrics.UpdateConsents(
            all.Where(account => account.Status == AccountStatus.Active).Min(account => account.ConsentEndsAt), timeProvider);
        IReadOnlyList<Account> left = [.. all.Where(account => !done.Contains(account.AccountId))];
        IReadOnlyList<Account> busy = await SyncSideBySideAsync(left, waits: false, run, cancellationToken).ConfigureAwait(false);

        // Whoever holds the locks of these may have died with them.
        await SyncSideBySideAsync(busy, waits: true, run, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The accounts whose lock another worker holds.</returns>
    private async Task<IReadOnlyList<Account>> SyncSideBySideAsync(
        IReadOnlyList<Account> left, bool waits, SyncContext run, CancellationToken cancellationToken)
    {
        var busy = new ConcurrentBag<Account>();
        var parallel =
            new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrentAccounts, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(left, parallel, async (account, token) =>
        {
            if (!await accountSync.RunAsync(account, SyncScope.All, waits, run, token).ConfigureAwait(false))
            {
                busy.Add(account);
            }
        }).ConfigureAwait(false);
        return [.. busy.OrderBy(account => account.AccountId.Value)];
    }
}
