using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Accounts;

/// <summary>Accounts, of which a purge deletes by LINQ.</summary>
internal sealed class RelationalAccountStore(IPpcAdsContexts contexts, TimeProvider timeProvider)
    : AccountStoreBase(contexts, timeProvider)
{
    protected override async Task HoldAsync(DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
        await Turns.TryHoldAsync(context, accountId, cancellationToken).ConfigureAwait(false);
        await Turns.DeleteAsync(context, accountId, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task DeleteRecordsAsync(
        DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
        List<int> scopes = await context.Set<PpcPerformanceScope>().Where(scope => scope.AccountId == accountId.Value)
            .Select(scope => scope.ScopeId).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (int scopeId in scopes)
        {
            foreach (string table in (string[])[FactTable.Name, ChangeTable.Name])
            {
                await context.Set<Dictionary<string, object>>(table)
                    .Where(row => EF.Property<int>(row, "scope_id") == scopeId)
                    .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            }

            await context.Set<PpcPerformanceDayLoad>().Where(row => row.ScopeId == scopeId)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task DeleteEntitiesAsync(
        DbContext context, AccountId accountId, CancellationToken cancellationToken)
    {
        foreach (EntityTable table in EntityTables.All)
        {
            await EntityRows.Of(context, table).DeleteAsync(accountId, cancellationToken).ConfigureAwait(false);
        }
    }
}
