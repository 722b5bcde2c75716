using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Accounts;

/// <summary>Connects and deletes accounts: the account and its credentials together.</summary>
public sealed class AccountManager(IAccountStore accounts, ITokenStore tokens)
{
    /// <summary>Adds an account with its credentials. Nothing is sent to Amazon.</summary>
    /// <exception cref="AmazonAdsValidationException">The name is empty.</exception>
    public async Task<Account> ConnectAsync(string name, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        Account account = await accounts.AddAsync(name, cancellationToken).ConfigureAwait(false);
        await tokens.SaveAsync(account.AccountId, credentials, cancellationToken).ConfigureAwait(false);
        return account;
    }

    /// <summary>Stores new credentials for an account, which is then active again unless it is closed.</summary>
    /// <returns>Whether there is such an account that is not closed.</returns>
    public async Task<bool> ReconnectAsync(AccountId accountId, LwaCredentials credentials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (await accounts.FindAsync(accountId, cancellationToken).ConfigureAwait(false) is not { Status: not AccountStatus.Closed })
        {
            return false;
        }

        await tokens.SaveAsync(accountId, credentials, cancellationToken).ConfigureAwait(false);
        return await accounts.SetStatusAsync(accountId, AccountStatus.Active, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes an account's credentials at once and closes it. Its rows stay until <see cref="IAccountStore.PurgeAsync"/>.</summary>
    /// <returns>Whether there is such an account.</returns>
    public async Task<bool> DeleteAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        await tokens.RemoveAsync(accountId, cancellationToken).ConfigureAwait(false);
        return await accounts.SetStatusAsync(accountId, AccountStatus.Closed, cancellationToken).ConfigureAwait(false);
    }
}
