using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Accounts;

internal sealed class InMemoryAccountStore(InMemoryState state, TimeProvider timeProvider) : IAccountStore
{
    public Task<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        AccountRules.CheckName(name);
        lock (state.Gate)
        {
            return Task.FromResult(Add(name, contactEmail, null));
        }
    }

    public Task<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        AccountRules.CheckExternalKey(externalKey);
        AccountRules.CheckName(name);
        lock (state.Gate)
        {
            return Task.FromResult(Find(externalKey) is { } account
                ? new AddedAccount(account, IsNew: false)
                : new AddedAccount(Add(name, contactEmail, externalKey), IsNew: true));
        }
    }

    public Task<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(Find(externalKey));
        }
    }

    public Task<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(state.Accounts.GetValueOrDefault(accountId));
        }
    }

    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<Account>>(
                [.. state.Accounts.Values.OrderBy(account => account.AccountId.Value)]);
        }
    }

    public Task<ReadPage<Account>> ListAsync(
        IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Validate();
        long after = PageToken.Read(page.After, 1) is { } keys ? PageToken.ReadNumber(keys[0]) : 0;
        lock (state.Gate)
        {
            List<Account> found = [.. state.Accounts.Values
                .Where(account => account.AccountId.Value > after && (only is null || only.Contains(account.AccountId)))
                .OrderBy(account => account.AccountId.Value).Take(page.Size + 1)];
            return Task.FromResult(page.Cut(found, account => account, account => PageToken.Write(account.AccountId)));
        }
    }

    public Task<Account?> UpdateAsync(
        AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        if (name is not null)
        {
            AccountRules.CheckName(name);
        }

        lock (state.Gate)
        {
            if (!state.Accounts.TryGetValue(accountId, out Account? account))
            {
                return Task.FromResult<Account?>(null);
            }

            account = account with
            {
                Name = name ?? account.Name,
                ContactEmail = contactEmail ?? account.ContactEmail,
                ChangedAt = timeProvider.GetUtcNow(),
            };
            state.Accounts[accountId] = account;
            return Task.FromResult<Account?>(account);
        }
    }

    public Task<bool> SetStatusAsync(
        AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            if (!state.Accounts.TryGetValue(accountId, out Account? account))
            {
                return Task.FromResult(false);
            }

            if (account.Status != AccountStatus.Closed && account.Status != status)
            {
                account = account with
                {
                    Status = status,
                    ExternalKey = status == AccountStatus.Closed ? null : account.ExternalKey,
                    ChangedAt = timeProvider.GetUtcNow(),
                };
                state.Accounts[accountId] = account;
            }

            return Task.FromResult(account.Status == status);
        }
    }

    public Task<bool> SetConsentAsync(
        AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            if (!state.Accounts.TryGetValue(accountId, out Account? account))
            {
                return Task.FromResult(false);
            }

            state.Accounts[accountId] =
                account with { ConsentedAt = consentedAt?.ToUniversalTime(), ChangedAt = timeProvider.GetUtcNow() };
            return Task.FromResult(true);
        }
    }

    public Task<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            if (state.Accounts.GetValueOrDefault(accountId) is not { Status: AccountStatus.Closed })
            {
                return Task.FromResult(false);
            }

            Remove(state.Records, key => key.AccountId == accountId);
            Remove(state.Days, key => key.Account == accountId);
            Remove(state.History, key => key.Account == accountId);
            Remove(state.Entities, key => key.Account == accountId);
            foreach (var load in state.Loads.Where(load => load.Value.Account == accountId).ToList())
            {
                state.Loads.Remove(load.Key);
            }

            foreach (var job in state.Jobs.Where(job => job.Value.Job.AccountId == accountId).ToList())
            {
                state.Jobs.Remove(job.Key);
            }

            Remove(state.Refusals, key => key.Account == accountId);
            state.Issues.RemoveAll(issue => issue.AccountId == accountId);
            state.QueuedRuns.RemoveAll(run => run.Request.AccountId == accountId);
            state.Accounts.Remove(accountId);
            return Task.FromResult(true);
        }
    }

    private Account? Find(string externalKey) => state.Accounts.Values.FirstOrDefault(
        account => string.Equals(account.ExternalKey, externalKey, StringComparison.Ordinal));

    private Account Add(string name, string? contactEmail, string? externalKey)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        var account = new Account
        {
            AccountId = new AccountId(++state.LastNumber),
            Name = name,
            ContactEmail = contactEmail,
            ExternalKey = externalKey,
            Status = AccountStatus.Active,
            CreatedAt = now,
            ChangedAt = now,
        };
        state.Accounts.Add(account.AccountId, account);
        return account;
    }

    private static void Remove<TKey, TValue>(Dictionary<TKey, TValue> table, Func<TKey, bool> where)
        where TKey : notnull
    {
        foreach (TKey key in table.Keys.Where(where).ToList())
        {
            table.Remove(key);
        }
    }
}
