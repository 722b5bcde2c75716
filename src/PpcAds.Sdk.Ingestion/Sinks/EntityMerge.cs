using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>
/// Merges a page of entities with the stored ones, by the rules that every sink keeps. For
/// <see cref="IEtlSink.LoadEntitiesAsync"/> of your own.
/// </summary>
public static class EntityMerge
{
    /// <summary>Merges a page. Called under the lock or in the transaction that writes it.</summary>
    /// <typeparam name="T">The type of the entities.</typeparam>
    /// <param name="scope">The load.</param>
    /// <param name="page">The entities. Lists are no snapshots: of an entity that comes twice, the later one holds.</param>
    /// <param name="find">
    /// Finds the stored entity of the account by profile, <see cref="IEntityRecord.EntityId"/> and
    /// <see cref="IEntityRecord.AdProduct"/>.
    /// </param>
    /// <param name="now">The current time.</param>
    public static MergedPage<T> Apply<T>(
        EntityScope scope, IReadOnlyList<T> page, Func<ProfileId, T, StoredEntity<T>?> find, DateTimeOffset now)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(find);
        var result = new LoadResult();
        var written = new List<StoredEntity<T>>();
        foreach (T entity in page.Reverse().DistinctBy(entity => (entity.EntityId, entity.AdProduct)))
        {
            ProfileId profile = scope.ProfileId ?? new ProfileId(entity.EntityId);
            StoredEntity<T>? known = find(profile, entity);
            if (known is null)
            {
                result += new LoadResult { Inserted = 1 };
                written.Add(Insert(scope, profile, entity, now));
            }
            else if (Change(scope, known, entity) is { } changed)
            {
                result += new LoadResult { Changed = 1 };
                written.Add(changed with { LastSeenAt = now, ChangedAt = now });
            }
            else if (now - known.LastSeenAt >= LoadRules.SeenAgainAfter)
            {
                written.Add(known with { LastSeenAt = now });
            }
        }

        return new MergedPage<T>(result with { Unchanged = page.Count - result.Inserted - result.Changed }, written);
    }

    private static StoredEntity<T> Insert<T>(EntityScope scope, ProfileId profile, T entity, DateTimeOffset now) => new()
    {
        AccountId = scope.AccountId,
        ProfileId = profile,
        Entity = entity,
        Source = scope.Source,
        FirstSeenAt = now,
        LastSeenAt = now,
        ChangedAt = now,
    };

    /// <summary>
    /// The entity that is stored from now on, or <see langword="null"/>. What a list knows stays, whatever an export left out.
    /// </summary>
    private static StoredEntity<T>? Change<T>(EntityScope scope, StoredEntity<T> known, T entity)
        where T : class, IEntityRecord<T>
    {
        bool isExport = scope.Source == EntitySource.Export;
        EntitySource source = isExport && known.Source == EntitySource.List ? EntitySource.List : scope.Source;
        T merged = T.Table.Merge(known.Entity, entity, scope.Source);
        return known.Source != source || !known.Entity.Equals(merged) ? known with { Entity = merged, Source = source } : null;
    }
}
