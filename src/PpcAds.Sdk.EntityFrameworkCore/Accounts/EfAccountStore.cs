using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Accounts;

/// <summary>Accounts of which a purge deletes by SQL.</summary>
internal sealed class EfAccountStore(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect, TimeProvider timeProvider)
    : AccountStoreBase(contexts, timeProvider)
{
    protected override async Task HoldAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
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
            cancellationToken).ConfigureAwait(false);
#pragma warning restore EF1002
    }

    protected override async Task DeleteRecordsAsync(
        DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
        long id = accountId.Value;
        var names = new TableNames(context);
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
                cancellationToken).ConfigureAwait(false);
#pragma warning restore EF1002
        }
    }

    protected override async Task DeleteEntitiesAsync(
        DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
        long id = accountId.Value;
        var names = new TableNames(context);
        foreach (EntityTable table in EntityTables.All)
        {
#pragma warning disable EF1002 // The names are our own.
            await context.Database.ExecuteSqlRawAsync(
                $$"""
                DELETE FROM {{names.Of(table.Name)}}
                WHERE account_id = {0}
                """,
                [id],
                cancellationToken).ConfigureAwait(false);
#pragma warning restore EF1002
        }
    }
}
