using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>A store whose database is down, with a message that names more than the world should know.</summary>
internal sealed class BrokenAccountStore : IAccountStore
{
    private static PpcAdsStorageException Failure => new("Failed to connect to secret-host:5432", isTransient: true);

    public ValueTask<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default) =>
        throw Failure;

    public ValueTask<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default) =>
        throw Failure;

    public ValueTask<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<ReadPage<Account>> ListAsync(
        IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<Account?> UpdateAsync(
        AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<bool> SetStatusAsync(
        AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<bool> SetConsentAsync(
        AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default) => throw Failure;

    public ValueTask<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default) => throw Failure;
}
