using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.InMemory.Accounts;

internal sealed class InMemoryAccountStore(InMemoryState state, TimeProvider timeProvider) : IAccountStore
{
    public ValueTask<Account> AddAsync(string name, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new AmazonAdsValidationException("The account", [new InputProblem(nameof(name), name, "is empty; expected is a name for people.")]);
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (state.Gate)
        {
            var account = new Account
            {
                AccountId = new AccountId(++state.LastNumber),
                Name = name,
                Status = AccountStatus.Active,
                CreatedAt = now,
                ChangedAt = now,
            };
            state.Accounts.Add(account.AccountId, account);
            return ValueTask.FromResult(account);
        }
    }

    public ValueTask<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return ValueTask.FromResult(state.Accounts.GetValueOrDefault(accountId));
        }
    }

    public ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Account>>([.. state.Accounts.Values.OrderBy(account => account.AccountId.Value)]);
        }
    }

    public ValueTask<bool> SetStatusAsync(AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            if (!state.Accounts.TryGetValue(accountId, out Account? account))
            {
                return ValueTask.FromResult(false);
            }

            if (account.Status != AccountStatus.Closed && account.Status != status)
            {
                account = account with { Status = status, ChangedAt = timeProvider.GetUtcNow() };
                state.Accounts[accountId] = account;
            }

            return ValueTask.FromResult(account.Status == status);
        }
    }

    public ValueTask<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            if (state.Accounts.GetValueOrDefault(accountId) is not { Status: AccountStatus.Closed })
            {
                return ValueTask.FromResult(false);
            }

            Remove(state.Records, key => key.AccountId == accountId);
            Remove(state.Days, key => key.Account == accountId);
            Remove(state.Entities, key => key.Account == accountId);
            foreach (var load in state.Loads.Where(load => load.Value.Account == accountId).ToList())
            {
                state.Loads.Remove(load.Key);
            }

            foreach (var job in state.Jobs.Where(job => job.Value.Job.AccountId == accountId).ToList())
            {
                state.Jobs.Remove(job.Key);
            }

            state.Issues.RemoveAll(issue => issue.AccountId == accountId);
            state.Accounts.Remove(accountId);
            return ValueTask.FromResult(true);
        }
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
