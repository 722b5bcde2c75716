using System.Security.Cryptography;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Accounts;

/// <summary>Connects and deletes accounts: the account and its credentials together.</summary>
public sealed class AccountManager(IAccountStore accounts, ITokenStore tokens)
{
    /// <summary>
    /// Adds an account with its credentials, or renews the credentials of the account that has the external key. Nothing is
    /// sent to Amazon.
    /// </summary>
    /// <param name="name">The display name of a new account; that of an account that is there already stays.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="externalKey">
    /// The host's own key of the account, such as the number of its customer. An account that has it already gets the
    /// credentials and is active again, unless it is paused. Without a key, every call adds an account.
    /// </param>
    /// <param name="consentedAt">
    /// When the advertiser consented; <see langword="null"/> when that is not known. See <see cref="GrantLifetime"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">
    /// The name is empty, or the key is empty, longer than 200 characters or contains a control character.
    /// </exception>
    public async Task<Account> ConnectAsync(
        string name,
        LwaCredentials credentials,
        string? externalKey = null,
        DateTimeOffset? consentedAt = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (externalKey is null)
        {
            Account added = await accounts.AddAsync(name, cancellationToken).ConfigureAwait(false);
            return await StoreFirstAsync(added, credentials, consentedAt, cancellationToken).ConfigureAwait(false);
        }

        while (true)
        {
            (Account account, bool isNew) = await accounts.FindOrAddAsync(
                externalKey, name, null, cancellationToken).ConfigureAwait(false);
            if (isNew)
            {
                return await StoreFirstAsync(account, credentials, consentedAt, cancellationToken).ConfigureAwait(false);
            }

            if (await RenewAsync(account.AccountId, credentials, consentedAt, staysPaused: true, cancellationToken)
                    .ConfigureAwait(false)
                && await accounts.FindAsync(account.AccountId, cancellationToken).ConfigureAwait(false) is { } renewed)
            {
                return renewed;
            }

            // Closed meanwhile: its key is free again.
        }
    }

    /// <summary>
    /// Stores new credentials for an account, which is then active again unless it is closed. Nothing that was loaded is lost.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="consentedAt">
    /// When the advertiser consented; <see langword="null"/> when that is not known: what was noted is kept then only for the
    /// same refresh token.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether there is such an account that is not closed.</returns>
    public async Task<bool> ReconnectAsync(
        AccountId accountId,
        LwaCredentials credentials,
        DateTimeOffset? consentedAt = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return await RenewAsync(accountId, credentials, consentedAt, staysPaused: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Account> StoreFirstAsync(
        Account account, LwaCredentials credentials, DateTimeOffset? consentedAt, CancellationToken cancellationToken)
    {
        await tokens.SaveAsync(account.AccountId, credentials, cancellationToken).ConfigureAwait(false);
        if (consentedAt is not null)
        {
            await accounts.SetConsentAsync(account.AccountId, consentedAt, cancellationToken).ConfigureAwait(false);
        }

        if (await accounts.FindAsync(account.AccountId, cancellationToken).ConfigureAwait(false)
            is not { Status: not AccountStatus.Closed })
        {
            await ForgetAsync(account.AccountId).ConfigureAwait(false);
            return account with { Status = AccountStatus.Closed, ExternalKey = null };
        }

        return account with { ConsentedAt = consentedAt };
    }

    private async Task<bool> RenewAsync(
        AccountId accountId,
        LwaCredentials credentials,
        DateTimeOffset? consentedAt,
        bool staysPaused,
        CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(accountId, cancellationToken).ConfigureAwait(false)
            is not { Status: not AccountStatus.Closed })
        {
            return false;
        }

        bool isSameGrant = consentedAt is null
            && await HasAsync(accountId, credentials.RefreshToken, cancellationToken).ConfigureAwait(false);
        try
        {
            await tokens.SaveAsync(accountId, credentials, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (StorageErrors.Find(exception) is not null)
        {
            if (await accounts.FindAsync(accountId, cancellationToken).ConfigureAwait(false) is null)
            {
                // Purged meanwhile: the database refuses credentials of an account that is not there.
                return false;
            }

            throw;
        }

        if (!isSameGrant)
        {
            await accounts.SetConsentAsync(accountId, consentedAt, cancellationToken).ConfigureAwait(false);
        }

        if (staysPaused && await accounts.FindAsync(accountId, cancellationToken).ConfigureAwait(false)
            is { Status: AccountStatus.Paused })
        {
            return true;
        }

        bool isActive = await accounts.SetStatusAsync(accountId, AccountStatus.Active, cancellationToken).ConfigureAwait(false);
        if (!isActive)
        {
            await ForgetAsync(accountId).ConfigureAwait(false);
        }

        return isActive;
    }

    private async Task<bool> HasAsync(AccountId accountId, string refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            return (await tokens.FindAsync(accountId, cancellationToken).ConfigureAwait(false))?.RefreshToken == refreshToken;
        }
        catch (CryptographicException)
        {
            // Credentials that cannot be read any more are what connecting again is for.
            return false;
        }
    }

    /// <summary>
    /// Removes an account's credentials immediately and closes it. Its rows stay until <see cref="IAccountStore.PurgeAsync"/>.
    /// </summary>
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> DeleteAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        // Closed first: whoever connects it at the same time either stores its credentials before they are removed, or finds it
        // closed and removes them itself.
        bool exists = await accounts.SetStatusAsync(accountId, AccountStatus.Closed, cancellationToken).ConfigureAwait(false);
        await ForgetAsync(accountId).ConfigureAwait(false);
        return exists;
    }

    /// <summary>A closed account keeps neither secret nor consent, whatever was stored while it was being deleted.</summary>
    private async Task ForgetAsync(AccountId accountId)
    {
        await tokens.RemoveAsync(accountId, CancellationToken.None).ConfigureAwait(false);
        await accounts.SetConsentAsync(accountId, null, CancellationToken.None).ConfigureAwait(false);
    }
}
