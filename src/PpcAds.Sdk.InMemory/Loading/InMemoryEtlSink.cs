using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Sinks;

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
            lock (state.Gate)
            {
                if (scope.Turn is { } turn && state.Leases.GetValueOrDefault(turn.Name).Epoch != turn.Epoch)
                {
                    throw new LeaseLostException(
                        $"The account lock {turn.Name} was taken over by another worker while a page was read; that one "
                        + "stores it.");
                }

                if (T.Table.IsOfProfile)
                {
                    EntityColumn<T>? column = T.Table.Columns.FirstOrDefault(column => column.Name == "state");
                    state.EntityTypes.TryAdd(typeof(T), (T.Table, entity => column?.Get((T)entity) as string));
                }

                MergedPage<T> page = EntityMerge.Apply(
                    scope, batch, (profile, entity) => Find(scope.AccountId, profile, entity), timeProvider.GetUtcNow());
                foreach (StoredEntity<T> stored in page.Written)
                {
                    state.Entities[KeyOf(scope.AccountId, stored.ProfileId, stored.Entity)] = Copy<T, IEntityRecord>(
                        stored, stored.Entity);
                }

                result += page.Result;
            }
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

    private static (Type Type, AccountId Account, ProfileId Profile, long Id, string? AdProduct) KeyOf<T>(
        AccountId account, ProfileId profile, T entity)
        where T : class, IEntityRecord<T> => (typeof(T), account, profile, entity.EntityId, entity.AdProduct);

    private StoredEntity<T>? Find<T>(AccountId account, ProfileId profile, T entity)
        where T : class, IEntityRecord<T> =>
        state.Entities.TryGetValue(KeyOf(account, profile, entity), out StoredEntity<IEntityRecord>? known)
            ? Copy<IEntityRecord, T>(known, (T)known.Entity)
            : null;

    private static StoredEntity<TTo> Copy<TFrom, TTo>(StoredEntity<TFrom> stored, TTo entity) => new()
    {
        AccountId = stored.AccountId,
        ProfileId = stored.ProfileId,
        Entity = entity,
        Source = stored.Source,
        FirstSeenAt = stored.FirstSeenAt,
        LastSeenAt = stored.LastSeenAt,
        ChangedAt = stored.ChangedAt,
    };
}
