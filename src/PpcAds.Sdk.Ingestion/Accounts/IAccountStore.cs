using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Accounts;

/// <summary>
/// Keeps the connected accounts. Credentials are the <see cref="Authentication.ITokenStore"/>'s. Safe for concurrent use.
/// </summary>
public interface IAccountStore
{
    /// <summary>Adds an active account under a new number.</summary>
    /// <exception cref="PpcAdsValidationException">The name is empty.</exception>
    Task<Account> AddAsync(string name, CancellationToken cancellationToken = default) =>
        AddAsync(name, null, cancellationToken);

    /// <summary>Adds an active account under a new number, with the address of the person responsible.</summary>
    /// <exception cref="PpcAdsValidationException">The name is empty.</exception>
    Task<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds the account with a key of the host's, and adds an active one under a new number when there is none. Of calls at
    /// the same time with one key, one adds the account and the others find it.
    /// </summary>
    /// <param name="externalKey">The key: <see cref="Account.ExternalKey"/>.</param>
    /// <param name="name">The display name of a new account; that of an account that is found stays.</param>
    /// <param name="contactEmail">The address of a new account; that of an account that is found stays.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PpcAdsValidationException">
    /// The name is empty, or the key is empty, longer than 200 characters or contains a control character.
    /// </exception>
    Task<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default);

    /// <summary>Finds the account with a key of the host's.</summary>
    /// <param name="externalKey">The key: <see cref="Account.ExternalKey"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The account, or <see langword="null"/> when no account that is open has the key.</returns>
    Task<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default);

    /// <summary>Finds an account, closed ones too.</summary>
    Task<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>Every account, closed ones too, by number.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Accounts by number, closed ones too, page by page.</summary>
    /// <param name="only">Only these; <see langword="null"/> for all.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ReadPage<Account>> ListAsync(
        IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Changes name and address.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="name">The new name; <see langword="null"/> to keep it.</param>
    /// <param name="contactEmail">The new address; <see langword="null"/> to keep it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The account as it is now, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="PpcAdsValidationException">The name is empty.</exception>
    Task<Account?> UpdateAsync(
        AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default);

    /// <summary>Changes the status. What is closed stays closed, and its external key may be used for another account.</summary>
    /// <returns>Whether the account exists and has the status now.</returns>
    Task<bool> SetStatusAsync(AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default);

    /// <summary>Notes when the advertiser consented to the grant in use.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="consentedAt">When; <see langword="null"/> when that is not known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether there is such an account.</returns>
    Task<bool> SetConsentAsync(
        AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default);

    /// <summary>Removes every row of a closed account, and the account. It cannot be undone.</summary>
    /// <returns>Whether there was a closed account of that number; any other is left as it is.</returns>
    Task<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default);
}
