using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Secrets;

/// <summary>All stored credentials together: whether they can be read, and under which key they are.</summary>
internal sealed class StoredSecrets(
    IPpcAdsContexts contexts,
    CredentialCipher cipher,
    SecretCanary canary,
    string protectorName,
    IAccountStore accounts,
    TimeProvider timeProvider)
{
    /// <summary>Reads the canary; writes it when there is none.</summary>
    /// <exception cref="InvalidOperationException">The keys are not the ones that the credentials were written with.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await canary.TryReadAsync(cancellationToken).ConfigureAwait(false))
            {
                await CheckRowsAsync(cancellationToken).ConfigureAwait(false);
                await canary.AddAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException(
                $"PpcAds: the credentials in the database were written with other keys than {protectorName} has now. "
                + $"{exception.Message} If the former keys are lost for good, call "
                + $"{nameof(PpcAdsDatabase)}.{nameof(PpcAdsDatabase.AcceptLostSecretsAsync)}() once, then connect the accounts "
                + $"again with {nameof(AccountManager)}.{nameof(AccountManager.ReconnectAsync)}().",
                exception);
        }
    }

    /// <summary>Encrypts every row with the current key, then the canary.</summary>
    public async Task<SecretReencryption> ReencryptAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken).ConfigureAwait(false);
        var reencrypted = new List<AccountId>();
        var unreadable = new List<AccountId>();
        foreach (long accountId in await ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await ReencryptAsync(accountId, cancellationToken).ConfigureAwait(false) is { } readable)
            {
                (readable ? reencrypted : unreadable).Add(new AccountId(accountId));
            }
        }

        await canary.ReplaceAsync(cancellationToken).ConfigureAwait(false);
        return new SecretReencryption { Reencrypted = reencrypted, Unreadable = unreadable };
    }

    /// <summary>Requests consent again where credentials do not decrypt, then accepts the current key as the right one.</summary>
    public async Task<IReadOnlyList<AccountId>> AcceptLossAsync(CancellationToken cancellationToken)
    {
        var lost = new List<AccountId>();
        foreach (long accountId in await ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await FindFailureAsync(accountId, cancellationToken).ConfigureAwait(false) is not null)
            {
                lost.Add(new AccountId(accountId));
                await accounts.SetStatusAsync(
                    new AccountId(accountId), AccountStatus.NeedsConsent, cancellationToken).ConfigureAwait(false);
            }
        }

        await canary.ReplaceAsync(cancellationToken).ConfigureAwait(false);
        return lost;
    }

    /// <summary>Without a canary, credentials may be older than it: the keys are wrong if none of them decrypts.</summary>
    private async Task CheckRowsAsync(CancellationToken cancellationToken)
    {
        CryptographicException? failure = null;
        foreach (long accountId in await ListAsync(cancellationToken).ConfigureAwait(false))
        {
            failure = await FindFailureAsync(accountId, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                return;
            }
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <returns>Whether the row was readable; null when it is gone.</returns>
    private async Task<bool?> ReencryptAsync(long accountId, CancellationToken cancellationToken)
    {
        while (true)
        {
            ContextLease lease = contexts.Create();
            await using (lease.ConfigureAwait(false))
            {
                PpcAccountCredentials? row = await FindAsync(lease.Context, accountId, cancellationToken).ConfigureAwait(false);
                if (row is null)
                {
                    return null;
                }

                try
                {
                    cipher.Write(row, cipher.Read(row), timeProvider.GetUtcNow());
                    await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                    return true;
                }
                catch (CryptographicException)
                {
                    return false;
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Another process wrote in the meantime, possibly one that has only the former key.
                }
            }
        }
    }

    private async Task<CryptographicException?> FindFailureAsync(long accountId, CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            try
            {
                if (await FindAsync(lease.Context, accountId, cancellationToken).ConfigureAwait(false) is { } row)
                {
                    cipher.Read(row);
                }

                return null;
            }
            catch (CryptographicException exception)
            {
                return exception;
            }
        }
    }

    private async Task<List<long>> ListAsync(CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Set<PpcAccountCredentials>().Select(row => row.AccountId).Order()
                .ToListAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<PpcAccountCredentials?> FindAsync(
        DbContext context, long accountId, CancellationToken cancellationToken) =>
        context.Set<PpcAccountCredentials>().AsTracking()
            .FirstOrDefaultAsync(row => row.AccountId == accountId, cancellationToken);
}
