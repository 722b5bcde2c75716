using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Accounts;

/// <summary>Accounts in <c>ppc_accounts</c>. How a purge locks and empties the large tables is a store's own.</summary>
/// <param name="contexts">The contexts.</param>
/// <param name="timeProvider">The time.</param>
[Experimental(Experimentals.StoreMakers)]
public abstract class AccountStoreBase(IPpcAdsContexts contexts, TimeProvider timeProvider) : IAccountStore
{
    /// <inheritdoc/>
    public async Task<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        AccountRules.CheckName(name);
        return await InsertAsync(name, contactEmail, null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<AddedAccount> FindOrAddAsync(
        string externalKey, string name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        AccountRules.CheckExternalKey(externalKey);
        AccountRules.CheckName(name);
        if (await FindByExternalKeyAsync(externalKey, cancellationToken).ConfigureAwait(false) is { } account)
        {
            return new AddedAccount(account, IsNew: false);
        }

        try
        {
            return new AddedAccount(
                await InsertAsync(name, contactEmail, externalKey, cancellationToken).ConfigureAwait(false), IsNew: true);
        }
        catch (DbUpdateException)
        {
            // The index lets one of two at the same time in. If it is not that, the database has another reason.
            if (await FindByExternalKeyAsync(externalKey, cancellationToken).ConfigureAwait(false) is not { } other)
            {
                throw;
            }

            return new AddedAccount(other, IsNew: false);
        }
    }

    /// <inheritdoc/>
    public async Task<Account?> FindByExternalKeyAsync(string externalKey, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcAccount? row = await lease.Context.Set<PpcAccount>().AsNoTracking()
                .FirstOrDefaultAsync(account => account.ExternalKey == externalKey, cancellationToken).ConfigureAwait(false);
            return row is null ? null : ToAccount(row);
        }
    }

    /// <inheritdoc/>
    public async Task<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcAccount? row = await lease.Context.Set<PpcAccount>().AsNoTracking()
                .FirstOrDefaultAsync(account => account.AccountId == accountId.Value, cancellationToken).ConfigureAwait(false);
            return row is null ? null : ToAccount(row);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcAccount> rows = await lease.Context.Set<PpcAccount>().AsNoTracking()
                .OrderBy(account => account.AccountId).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(ToAccount)];
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage<Account>> ListAsync(
        IReadOnlyCollection<AccountId>? only, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Validate();
        long after = PageToken.Read(page.After, 1) is { } keys ? PageToken.ReadNumber(keys[0]) : 0;
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcAccount> accounts = lease.Context.Set<PpcAccount>().AsNoTracking()
                .Where(account => account.AccountId > after);
            if (only is not null)
            {
                long[] ids = [.. only.Select(id => id.Value)];
                accounts = accounts.Where(account => ids.Contains(account.AccountId));
            }

            List<PpcAccount> rows = await accounts.OrderBy(account => account.AccountId).Take(page.Size + 1)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return page.Cut(rows, ToAccount, row => PageToken.Write(row.AccountId));
        }
    }

    /// <inheritdoc/>
    public async Task<Account?> UpdateAsync(
        AccountId accountId, string? name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        if (name is not null)
        {
            AccountRules.CheckName(name);
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            await lease.Context.Set<PpcAccount>().Where(row => row.AccountId == accountId.Value).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.Name, x => name ?? x.Name)
                    .SetProperty(x => x.ContactEmail, x => contactEmail ?? x.ContactEmail)
                    .SetProperty(x => x.ChangedAt, now),
                cancellationToken).ConfigureAwait(false);
        }

        return await FindAsync(accountId, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> SetStatusAsync(
        AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcAccount> account = lease.Context.Set<PpcAccount>().Where(row => row.AccountId == accountId.Value);
            await account.Where(row => row.Status != AccountStatus.Closed && row.Status != status)
                .ExecuteUpdateAsync(
                    row =>
                    {
                        row.SetProperty(x => x.Status, status).SetProperty(x => x.ChangedAt, now);
                        if (status == AccountStatus.Closed)
                        {
                            // Free for an account that comes in its place.
                            row.SetProperty(x => x.ExternalKey, (string?)null);
                        }
                    },
                    cancellationToken).ConfigureAwait(false);
            return await account.AnyAsync(row => row.Status == status, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> SetConsentAsync(
        AccountId accountId, DateTimeOffset? consentedAt, CancellationToken cancellationToken = default)
    {
        // Both databases keep instants in UTC.
        DateTimeOffset? at = consentedAt?.ToUniversalTime();
        DateTimeOffset now = timeProvider.GetUtcNow();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Set<PpcAccount>().Where(row => row.AccountId == accountId.Value).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.ConsentedAt, at).SetProperty(x => x.ChangedAt, now),
                cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            DbContext context = lease.Context;
            return await context.Database.CreateExecutionStrategy().ExecuteAsync(
                async token =>
                {
                    var transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        if (!await TryPurgeAsync(context, accountId, token).ConfigureAwait(false))
                        {
                            return false;
                        }

                        await transaction.CommitAsync(token).ConfigureAwait(false);
                        return true;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps others from the account until the transaction ends, and waits for those who have it.</summary>
    /// <param name="context">The context of the purge.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected abstract Task HoldAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Deletes the rows of performance records, their changes and their loads of an account.</summary>
    /// <param name="context">The context of the purge.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected abstract Task DeleteRecordsAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Deletes the entities of an account.</summary>
    /// <param name="context">The context of the purge.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected abstract Task DeleteEntitiesAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken);

    private async Task<Account> InsertAsync(
        string name, string? contactEmail, string? externalKey, CancellationToken cancellationToken)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            var row = new PpcAccount
            {
                Name = name,
                ContactEmail = contactEmail,
                ExternalKey = externalKey,
                Status = AccountStatus.Active,
                CreatedAt = now,
                ChangedAt = now,
            };
            lease.Context.Add(row);
            await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return ToAccount(row);
        }
    }

    private async Task<bool> TryPurgeAsync(DbContext context, AccountId accountId, CancellationToken token)
    {
        // The account's row first: a page of entities or a plan that is being committed holds it, so that all of it is there
        // afterwards; one that comes later finds no account.
        long id = accountId.Value;
        await HoldAsync(context, accountId, token).ConfigureAwait(false);
        if (!await context.Set<PpcAccount>()
            .AnyAsync(row => row.AccountId == id && row.Status == AccountStatus.Closed, token).ConfigureAwait(false))
        {
            return false;
        }

        // Then jobs: a load that is being committed has its job's row locked, so that its rows are there afterwards; one that
        // comes later finds that it has lost the job.
        await context.Set<PpcReportJob>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await DeleteRecordsAsync(context, accountId, token).ConfigureAwait(false);
        await context.Set<PpcPerformanceScope>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token)
            .ConfigureAwait(false);
        await context.Set<PpcPerformanceDay>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await DeleteEntitiesAsync(context, accountId, token).ConfigureAwait(false);
        await context.Set<PpcLease>().Where(row => row.Name == $"sync/account/{id}")
            .ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcLearnedRate>().Where(row => row.Account == accountId.ToString())
            .ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcLoad>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcDatasetRefusal>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcQueuedRun>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcSyncIssue>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcAccountCredentials>().Where(row => row.AccountId == id)
            .ExecuteDeleteAsync(token).ConfigureAwait(false);
        await context.Set<PpcAccount>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        return true;
    }

    private static Account ToAccount(PpcAccount row) => new()
    {
        AccountId = new AccountId(row.AccountId),
        Name = row.Name,
        ContactEmail = row.ContactEmail,
        ExternalKey = row.ExternalKey,
        Status = row.Status,
        ConsentedAt = row.ConsentedAt,
        CreatedAt = row.CreatedAt,
        ChangedAt = row.ChangedAt,
    };
}
