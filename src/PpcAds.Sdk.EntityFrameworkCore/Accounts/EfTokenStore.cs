using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Secrets;

namespace PpcAds.Sdk.EntityFrameworkCore.Accounts;

/// <summary>Credentials in <c>ppc_account_credentials</c>, encrypted for their account and field.</summary>
internal sealed class EfTokenStore(IPpcAdsContexts contexts, CredentialCipher cipher, TimeProvider timeProvider) : ITokenStore
{
    public async Task<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcAccountCredentials? row = await FindRowAsync(lease.Context, accountId, cancellationToken).ConfigureAwait(false);
            return row is null ? null : cipher.Read(row);
        }
    }

    public async Task SaveAsync(
        AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        bool hasMetAnother = false;
        while (true)
        {
            ContextLease lease = contexts.Create();
            await using (lease.ConfigureAwait(false))
            {
                PpcAccountCredentials? row = await FindRowAsync(
                    lease.Context, accountId, cancellationToken).ConfigureAwait(false);
                try
                {
                    await WriteAsync(lease.Context, row, accountId, credentials, cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Another process wrote in the meantime; this write is the later one.
                }
                catch (DbUpdateException) when (row is null && !hasMetAnother)
                {
                    // Another process stored the first ones in the meantime; a second failed insert has another cause.
                    hasMetAnother = true;
                }
            }
        }
    }

    public async Task<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        while (true)
        {
            ContextLease lease = contexts.Create();
            await using (lease.ConfigureAwait(false))
            {
                PpcAccountCredentials? row = await FindRowAsync(
                    lease.Context, accountId, cancellationToken).ConfigureAwait(false);
                if (row is null || cipher.Read(row) != current)
                {
                    return false;
                }

                try
                {
                    await WriteAsync(lease.Context, row, accountId, replacement, cancellationToken).ConfigureAwait(false);
                    return true;
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Possibly the same credentials, encrypted again: a rotated token must not be lost, so read again.
                }
            }
        }
    }

    public async Task<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Set<PpcAccountCredentials>().Where(row => row.AccountId == accountId.Value)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    private static Task<PpcAccountCredentials?> FindRowAsync(
        DbContext context, AccountId accountId, CancellationToken cancellationToken) =>
        context.Set<PpcAccountCredentials>().AsTracking()
            .FirstOrDefaultAsync(row => row.AccountId == accountId.Value, cancellationToken);

    private async Task WriteAsync(
        DbContext context,
        PpcAccountCredentials? row,
        AccountId accountId,
        LwaCredentials credentials,
        CancellationToken cancellationToken)
    {
        if (row is null)
        {
            row = new PpcAccountCredentials { AccountId = accountId.Value };
            context.Add(row);
        }

        cipher.Write(row, credentials, timeProvider.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
