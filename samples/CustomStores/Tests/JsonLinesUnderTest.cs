using PpcAds.Sdk;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace CustomStores.Tests;

/// <summary>The sink over a folder of its own.</summary>
internal sealed class JsonLinesUnderTest : SinkUnderTest
{
    private readonly TemporaryFolder _folder;
    private readonly ShiftedTime _time;
    private readonly JsonLinesSink _sink;

    public JsonLinesUnderTest()
        : this(new TemporaryFolder(), new ShiftedTime())
    {
    }

    private JsonLinesUnderTest(TemporaryFolder folder, ShiftedTime time)
    {
        (_folder, _time) = (folder, time);
        _sink = new JsonLinesSink(new JsonLinesFolder(folder.Path), time);
    }

    public override IEtlSink Sink => _sink;

    public override IIngestionReader Reader => _sink;

    public override Task<IReadOnlyList<PerformanceRecord>> ReadRowsAsync(AccountId accountId, ProfileId profileId, Dataset dataset) =>
        _sink.ReadRowsAsync(accountId, profileId, dataset.Id);

    public override async Task<IReadOnlyList<StoredEntity<T>>> ReadEntitiesAsync<T>(AccountId accountId, ProfileId profileId) =>
        [.. (await _sink.ReadEntitiesAsync<T>(accountId)).Where(stored => stored.ProfileId == profileId)];

    public override void Advance(TimeSpan time) => _time.Advance(time);

    public override Task<SinkUnderTest?> ReopenAsync()
    {
        _sink.Dispose();
        return Task.FromResult<SinkUnderTest?>(new JsonLinesUnderTest(_folder, _time));
    }

    public override ValueTask DisposeAsync()
    {
        _sink.Dispose();
        if (Directory.Exists(_folder.Path))
        {
            _folder.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
