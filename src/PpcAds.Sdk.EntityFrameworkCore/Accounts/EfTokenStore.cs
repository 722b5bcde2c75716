using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Accounts;

/// <summary>Credentials in <c>ppc_account_credentials</c>, encrypted for their account and field.</summary>
internal sealed class EfTokenStore(IPpcAdsContexts contexts, ISecretProtector protector, TimeProvider timeProvider) : ITokenStore
{
    public async ValueTask<LwaCredentials?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcAccountCredentials? row = await FindRowAsync(lease.Context, accountId, cancellationToken).ConfigureAwait(false);
            return row is null ? null : Read(row);
        }
    }

    public async ValueTask SaveAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        while (true)
        {
            ContextLease lease = contexts.Create();
            await using (lease.ConfigureAwait(false))
            {
                PpcAccountCredentials? row = await FindRowAsync(lease.Context, accountId, cancellationToken).ConfigureAwait(false);
                try
                {
                    await WriteAsync(lease.Context, row, accountId, credentials, cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Somebody else wrote meanwhile; ours is the later word.
                }
            }
        }
    }

    public async ValueTask<bool> TryReplaceAsync(
        AccountId accountId, LwaCredentials current, LwaCredentials replacement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcAccountCredentials? row = await FindRowAsync(lease.Context, accountId, cancellationToken).ConfigureAwait(false);
            if (row is null || Read(row) != current)
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
                return false;
            }
        }
    }

    public async ValueTask<bool> RemoveAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Set<PpcAccountCredentials>().Where(row => row.AccountId == accountId.Value)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    private static Task<PpcAccountCredentials?> FindRowAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken) =>
        context.Set<PpcAccountCredentials>().FirstOrDefaultAsync(row => row.AccountId == accountId.Value, cancellationToken);

    private static string SecretPurpose(long accountId) => $"account/{accountId}/client-secret";

    private static string TokenPurpose(long accountId) => $"account/{accountId}/refresh-token";

    private LwaCredentials Read(PpcAccountCredentials row) => new(
        row.ClientId,
        protector.Unprotect(row.ProtectedClientSecret, SecretPurpose(row.AccountId)),
        protector.Unprotect(row.ProtectedRefreshToken, TokenPurpose(row.AccountId)));

    private async Task WriteAsync(
        DbContext context, PpcAccountCredentials? row, AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            row = new PpcAccountCredentials { AccountId = accountId.Value };
            context.Add(row);
        }

        row.ClientId = credentials.ClientId;
        row.ProtectedClientSecret = protector.Protect(credentials.ClientSecret, SecretPurpose(accountId.Value));
        row.ProtectedRefreshToken = protector.Protect(credentials.RefreshToken, TokenPurpose(accountId.Value));
        row.Version++;
        row.ChangedAt = timeProvider.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
