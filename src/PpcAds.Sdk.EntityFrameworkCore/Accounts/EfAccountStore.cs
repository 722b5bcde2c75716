using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Accounts;

/// <summary>Accounts in <c>ppc_accounts</c>.</summary>
internal sealed class EfAccountStore(
    IPpcAdsContexts contexts, PpcAdsSqlDialect dialect, TimeProvider timeProvider) : IAccountStore
{
    public async ValueTask<Account> AddAsync(string name, string? contactEmail, CancellationToken cancellationToken = default)
    {
        AccountRules.CheckName(name);

        DateTimeOffset now = timeProvider.GetUtcNow();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            var row = new PpcAccount
            {
                Name = name,
                ContactEmail = contactEmail,
                Status = AccountStatus.Active,
                CreatedAt = now,
                ChangedAt = now,
            };
            lease.Context.Add(row);
            await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return ToAccount(row);
        }
    }

    public async ValueTask<Account?> FindAsync(AccountId accountId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcAccount? row = await lease.Context.Set<PpcAccount>().AsNoTracking()
                .FirstOrDefaultAsync(account => account.AccountId == accountId.Value, cancellationToken).ConfigureAwait(false);
            return row is null ? null : ToAccount(row);
        }
    }

    public async ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcAccount> rows = await lease.Context.Set<PpcAccount>().AsNoTracking()
                .OrderBy(account => account.AccountId).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(ToAccount)];
        }
    }

    public async ValueTask<ReadPage<Account>> ListAsync(
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

    public async ValueTask<Account?> UpdateAsync(
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

    public async ValueTask<bool> SetStatusAsync(
        AccountId accountId, AccountStatus status, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcAccount> account = lease.Context.Set<PpcAccount>().Where(row => row.AccountId == accountId.Value);
            await account.Where(row => row.Status != AccountStatus.Closed && row.Status != status)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(x => x.Status, status).SetProperty(x => x.ChangedAt, now), cancellationToken)
                .ConfigureAwait(false);
            return await account.AnyAsync(row => row.Status == status, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<bool> SetConsentAsync(
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

    public async ValueTask<bool> PurgeAsync(AccountId accountId, CancellationToken cancellationToken = default)
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

    private async Task<bool> TryPurgeAsync(DbContext context, AccountId accountId, CancellationToken token)
    {
        // The account's row first: a page of entities or a plan that is being committed holds it, so that all of it is there
        // afterwards; one that comes later finds no account.
        long id = accountId.Value;
        var names = new TableNames(context);
#pragma warning disable EF1002 // The names are our own.
        await context.Database.ExecuteSqlRawAsync(
            $$"""
            SELECT 1
            FROM {{names.Accounts}}
            WHERE account_id = {0}{{dialect.RowLock}}
            """,
            [id],
            token).ConfigureAwait(false);
#pragma warning restore EF1002
        if (!await context.Set<PpcAccount>()
            .AnyAsync(row => row.AccountId == id && row.Status == AccountStatus.Closed, token).ConfigureAwait(false))
        {
            return false;
        }

        // Then jobs: a load that is being committed has its job's row locked, so that its rows are there afterwards; one that
        // comes later finds that it has lost the job.
        await context.Set<PpcReportJob>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
        await PurgePerformanceAsync(context, names, id, token).ConfigureAwait(false);
        foreach (EntityTable table in EntityTables.All)
        {
#pragma warning disable EF1002 // The names are our own.
            await context.Database.ExecuteSqlRawAsync(
                $$"""
                DELETE FROM {{names.Of(table.Name)}}
                WHERE account_id = {0}
                """,
                [id],
                token).ConfigureAwait(false);
#pragma warning restore EF1002
        }

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

    private static async Task PurgePerformanceAsync(DbContext context, TableNames names, long id, CancellationToken token)
    {
        foreach (string table in new[] { names.Facts, names.Changes, names.DayLoads })
        {
#pragma warning disable EF1002 // The names are our own.
            await context.Database.ExecuteSqlRawAsync(
                $$"""
                DELETE FROM {{table}}
                WHERE scope_id IN (
                  SELECT scope_id
                  FROM {{names.Scopes}}
                  WHERE account_id = {0})
                """,
                [id],
                token).ConfigureAwait(false);
#pragma warning restore EF1002
        }

        await context.Set<PpcPerformanceScope>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token)
            .ConfigureAwait(false);
        await context.Set<PpcPerformanceDay>().Where(row => row.AccountId == id).ExecuteDeleteAsync(token).ConfigureAwait(false);
    }

    private static Account ToAccount(PpcAccount row) => new()
    {
        AccountId = new AccountId(row.AccountId),
        Name = row.Name,
        ContactEmail = row.ContactEmail,
        Status = row.Status,
        ConsentedAt = row.ConsentedAt,
        CreatedAt = row.CreatedAt,
        ChangedAt = row.ChangedAt,
    };
}
