using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Loading;

internal sealed class InMemoryEtlSink(InMemoryState state, TimeProvider timeProvider) : IEtlSink
{
    public async Task<LoadResult> LoadEntitiesAsync<T>(
        EntityScope scope, IAsyncEnumerable<IReadOnlyList<T>> batches, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(scope);
        LoadResult result = new();
        await foreach (IReadOnlyList<T> batch in batches.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            DateTimeOffset now = timeProvider.GetUtcNow();
            LoadResult page = new();
            lock (state.Gate)
            {
                if (scope.Turn is { } turn && state.Leases.GetValueOrDefault(turn.Name).Epoch != turn.Epoch)
                {
                    throw new LeaseLostException(
                        $"The account lock {turn.Name} was taken over by another worker while a page was read; that one stores it.");
                }

                if (T.Table.IsOfProfile)
                {
                    EntityColumn<T>? column = T.Table.Columns.FirstOrDefault(column => column.Name == "state");
                    state.EntityTypes.TryAdd(typeof(T), (T.Table, entity => column?.Get((T)entity) as string));
                }

                // Pages are no snapshot: an entity may come twice, and the later one holds.
                foreach (T entity in batch.Reverse().DistinctBy(entity => (entity.EntityId, entity.AdProduct)))
                {
                    page += Upsert(scope, entity, now);
                }
            }

            result += page with { Unchanged = batch.Count - page.Inserted - page.Changed };
        }

        return result;
    }

    public Task<ILoadSession> BeginReplaceAsync(LoadScope scope, LoadId id, CancellationToken cancellationToken = default) =>
        Task.FromResult<ILoadSession>(new InMemoryLoadSession(state, scope, id, timeProvider));

    public Task<LoadResult?> FindLoadAsync(LoadId id, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(state.Loads.TryGetValue(id, out var load) ? load.Result : null);
        }
    }

    private LoadResult Upsert<T>(EntityScope scope, T entity, DateTimeOffset now)
        where T : class, IEntityRecord<T>
    {
        ProfileId profile = scope.ProfileId ?? new ProfileId(entity.EntityId);
        var key = (typeof(T), scope.AccountId, profile, entity.EntityId, entity.AdProduct);
        if (!state.Entities.TryGetValue(key, out StoredEntity<IEntityRecord>? known))
        {
            state.Entities.Add(key, new StoredEntity<IEntityRecord>
            {
                AccountId = scope.AccountId,
                ProfileId = profile,
                Entity = entity,
                Source = scope.Source,
                FirstSeenAt = now,
                LastSeenAt = now,
                ChangedAt = now,
            });
            return new LoadResult { Inserted = 1 };
        }

        // What a list knows stays, whatever an export left out.
        bool isExport = scope.Source == EntitySource.Export;
        EntitySource source = isExport && known.Source == EntitySource.List ? EntitySource.List : scope.Source;
        T stored = T.Table.Merge((T)known.Entity, entity, scope.Source);
        bool changed = known.Source != source || !known.Entity.Equals(stored);
        state.Entities[key] = known with
        {
            Entity = stored,
            Source = source,
            LastSeenAt = changed || now - known.LastSeenAt >= LoadRules.SeenAgainAfter ? now : known.LastSeenAt,
            ChangedAt = changed ? now : known.ChangedAt,
        };
        return changed ? new LoadResult { Changed = 1 } : new LoadResult { Unchanged = 1 };
    }
}
