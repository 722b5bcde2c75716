using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>Adds entities that no list knows and a report names.</summary>
internal sealed class ReportedEntities(DbContext context, LoadScope scope, DateTimeOffset now)
{
    private const int Chunk = 500;

    public async Task AddAsync(IEnumerable<PerformanceRecord> rows, CancellationToken cancellationToken)
    {
        IEntityRecord[] entities =
        [
            .. rows.Select(row => ReportedEntity.Of(row, scope.Dataset)).OfType<IEntityRecord>()
                .DistinctBy(entity => (entity.GetType(), entity.EntityId)),
        ];
        await AddAsync<CampaignRecord>(entities, cancellationToken).ConfigureAwait(false);
        await AddAsync<AdGroupRecord>(entities, cancellationToken).ConfigureAwait(false);
        await AddAsync<KeywordRecord>(entities, cancellationToken).ConfigureAwait(false);
        await AddAsync<TargetRecord>(entities, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddAsync<T>(IEntityRecord[] entities, CancellationToken cancellationToken)
        where T : class, IEntityRecord<T>
    {
        EntityRows rows = EntityRows.Of(context, T.Table);
        foreach (T[] chunk in entities.OfType<T>().Chunk(Chunk))
        {
            var known = (await rows
                .FindAsync(scope.AccountId, scope.ProfileId, [.. chunk.Select(entity => entity.EntityId)], cancellationToken)
                .ConfigureAwait(false))
                .Select(row => (rows.IdOf(row), rows.Read<T>(row).Entity.AdProduct)).ToHashSet();
            foreach (T entity in chunk.Where(entity => !known.Contains((entity.EntityId, entity.AdProduct))))
            {
                rows.Write(null, new StoredEntity<T>
                {
                    AccountId = scope.AccountId,
                    ProfileId = scope.ProfileId,
                    Entity = entity,
                    Source = EntitySource.Report,
                    FirstSeenAt = now,
                    LastSeenAt = now,
                    ChangedAt = now,
                });
            }

            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }
    }
}
