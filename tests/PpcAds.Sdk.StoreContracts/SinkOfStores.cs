using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>The sink of a set of stores, for the suites of the package.</summary>
public sealed class SinkOfStores : SinkUnderTest
{
    private readonly StoreUnderTest _stores;

    private SinkOfStores(StoreUnderTest stores, AccountId account, AccountId other) => (_stores, AccountId, OtherAccountId) = (stores, account, other);

    public override IEtlSink Sink => _stores.Sink;

    public override IIngestionReader Reader => _stores.Reader;

    public override AccountId AccountId { get; }

    public override AccountId OtherAccountId { get; }

    public static async Task<SinkUnderTest> CreateAsync(StoreUnderTest stores) =>
        new SinkOfStores(stores, (await stores.Accounts.AddAsync("Acme")).AccountId, (await stores.Accounts.AddAsync("Agency")).AccountId);

    public override async Task<IReadOnlyList<PerformanceRecord>> ReadRowsAsync(AccountId accountId, ProfileId profileId, Dataset dataset) =>
        (await _stores.Reader.ListPerformanceAsync(new PerformanceQuery(accountId, dataset.Id) { ProfileId = profileId }, new PageRequest(1000))).Items;

    public override async Task<IReadOnlyList<StoredEntity<T>>> ReadEntitiesAsync<T>(AccountId accountId, ProfileId profileId) =>
        await _stores.Reader.ListAllEntitiesAsync<T>(new EntityQuery(accountId, profileId)).ToListAsync();

    public override void Advance(TimeSpan time) => _stores.Time.Advance(time);

    public override Task<SinkUnderTest?> ReopenAsync() =>
        Task.FromResult<SinkUnderTest?>(_stores.Reopen() is { } next ? new SinkOfStores(next, AccountId, OtherAccountId) : null);

    public override ValueTask DisposeAsync() => _stores.DisposeAsync();
}
