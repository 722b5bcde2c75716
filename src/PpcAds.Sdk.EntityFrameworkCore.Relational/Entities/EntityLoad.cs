using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;

/// <summary>Merges pages of entities with their rows, each page in one transaction.</summary>
internal sealed class EntityLoad<T>(Turns turns, EntityScope scope, TimeProvider timeProvider)
    where T : class, IEntityRecord<T>
{
    public Task<LoadResult> RunAsync(IReadOnlyList<T> page, CancellationToken cancellationToken) =>
        turns.RunAsync(
            scope.AccountId,
            scope.ProfileId,
            async (context, token) =>
            {
                await CheckTurnAsync(context, token).ConfigureAwait(false);
                EntityRows rows = EntityRows.Of(context, T.Table);
                long[] ids = [.. page.Select(entity => entity.EntityId).Distinct()];
                Dictionary<(long, string?), EntityEntry> known = (await rows
                    .FindAsync(scope.AccountId, scope.ProfileId, ids, token).ConfigureAwait(false))
                    .ToDictionary(row => (rows.IdOf(row), rows.Read<T>(row).Entity.AdProduct));
                MergedPage<T> merged = EntityMerge.Apply(
                    scope,
                    page,
                    (_, entity) => RowOf(entity) is { } row ? rows.Read<T>(row) : null,
                    timeProvider.GetUtcNow());
                foreach (StoredEntity<T> stored in merged.Written)
                {
                    rows.Write(RowOf(stored.Entity), stored);
                }

                await context.SaveChangesAsync(token).ConfigureAwait(false);
                return merged.Result;

                EntityEntry? RowOf(T entity) => known.GetValueOrDefault((entity.EntityId, entity.AdProduct));
            },
            cancellationToken);

    private async Task CheckTurnAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (scope.Turn is { } turn && !await context.Set<PpcLease>()
            .AnyAsync(lease => lease.Name == turn.Name && lease.LeaseEpoch == turn.Epoch, cancellationToken)
            .ConfigureAwait(false))
        {
            throw new LeaseLostException(
                $"The account lock {turn.Name} was taken over by another worker while a page was read; that one stores it.");
        }
    }
}
