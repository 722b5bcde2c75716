using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.InMemory.Tests;

public sealed class InMemoryIngestionReaderTests : IngestionReaderContract
{
    protected override Task<SinkUnderTest> CreateAsync() => SinkOfStores.CreateAsync(new InMemoryStoreUnderTest());
}
