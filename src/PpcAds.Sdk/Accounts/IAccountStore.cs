namespace PpcAds.Sdk.Accounts;

/// <summary>Keeps the connected accounts. Credentials are the <see cref="Authentication.ITokenStore"/>'s. Safe for concurrent use.</summary>
public interface IAccountStore
{
    /// <summary>Adds an active account under a new number.</summary>
    /// <exception cref="AmazonAdsValidationException">The name is empty.</exception>
    ValueTask<Account> AddAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Finds an account, closed ones too.</summary>
    ValueTask<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Every account, closed ones too, by number.</summary>
    ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes the status. What is closed stays closed.</summary>
    /// <returns>Whether the account exists and has the status now.</returns>
    ValueTask<bool> SetStatusAsync(AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default);

    /// <summary>Removes every row of a closed account, and the account. It cannot be undone.</summary>
    /// <returns>Whether there was a closed account of that number; any other is left as it is.</returns>
    ValueTask<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default);
}
