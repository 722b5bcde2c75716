using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Tests.Accounts;

/// <summary>An account store that lets a test in before and after changes.</summary>
internal sealed class HookedAccountStore(IAccountStore inner) : IAccountStore
{
    public Func<AccountStatus, Task> BeforeStatus { get; set; } = _ => Task.CompletedTask;

    public Func<Task> AfterChange { get; set; } = () => Task.CompletedTask;

    public Task<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default) =>
        inner.AddAsync(name, contactEmail, cancellationToken);

    public Task<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default) =>
        inner.FindOrAddAsync(externalKey, name, contactEmail, cancellationToken);

    public Task<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default) =>
        inner.FindByExternalKeyAsync(externalKey, cancellationToken);

    public Task<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        inner.FindAsync(accountId, cancellationToken);

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default) =>
        inner.ListAsync(cancellationToken);

    public Task<ReadPage<Account>> ListAsync(
        IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default) =>
        inner.ListAsync(only, page, cancellationToken);

    public Task<Account?> UpdateAsync(
        AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default) =>
        inner.UpdateAsync(accountId, name, contactEmail, cancellationToken);

    public async Task<bool> SetStatusAsync(
        AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default)
    {
        await BeforeStatus(status);
        bool isSet = await inner.SetStatusAsync(accountId, status, cancellationToken);
        await AfterChange();
        return isSet;
    }

    public async Task<bool> SetConsentAsync(
        AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default)
    {
        bool isSet = await inner.SetConsentAsync(accountId, consentedAt, cancellationToken);
        await AfterChange();
        return isSet;
    }

    public Task<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default) =>
        inner.PurgeAsync(accountId, cancellationToken);
}
