using PpcAds.Sdk.StoreContracts.Xunit;

namespace CustomStores.Tests;

public sealed class JsonLinesReaderTests : IngestionReaderContract
{
    protected override Task<SinkUnderTest> CreateAsync() => Task.FromResult<SinkUnderTest>(new JsonLinesUnderTest());
}
