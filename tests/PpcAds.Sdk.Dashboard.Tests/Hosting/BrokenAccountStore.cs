using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>A store whose database is down, with a message that names more than the world should know.</summary>
internal sealed class BrokenAccountStore : IAccountStore
{
    private static PpcAdsStorageException Failure => new("Failed to connect to secret-host:5432", isTransient: true);

    public Task<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default) =>
        throw Failure;

    public Task<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default) => throw Failure;

    public Task<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default) =>
        throw Failure;

    public Task<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) => throw Failure;

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default) => throw Failure;

    public Task<ReadPage<Account>> ListAsync(
        IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default) => throw Failure;

    public Task<Account?> UpdateAsync(
        AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default) => throw Failure;

    public Task<bool> SetStatusAsync(
        AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default) => throw Failure;

    public Task<bool> SetConsentAsync(
        AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default) => throw Failure;

    public Task<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default) => throw Failure;
}
