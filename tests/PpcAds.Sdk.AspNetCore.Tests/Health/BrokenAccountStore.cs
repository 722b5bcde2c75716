using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Tests.Health;

/// <summary>A store whose database is down, with a message that names more than the world should know.</summary>
internal sealed class BrokenAccountStore(Exception? exception = null) : IAccountStore
{
    public const string Message = "Failed to connect to db-7.internal:5432";

    private Exception Exception => exception ?? new PpcAdsStorageException(Message, isTransient: true);

    public Task<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default) =>
        throw Exception;

    public Task<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default) => throw Exception;

    public Task<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default) =>
        throw Exception;

    public Task<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) => throw Exception;

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default) => throw Exception;

    public Task<ReadPage<Account>> ListAsync(IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default) =>
        throw Exception;

    public Task<Account?> UpdateAsync(AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default) =>
        throw Exception;

    public Task<bool> SetStatusAsync(AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default) =>
        throw Exception;

    public Task<bool> SetConsentAsync(AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default) =>
        throw Exception;

    public Task<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default) => throw Exception;
}
