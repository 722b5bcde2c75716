using PpcAds.Sdk.StoreContracts.Xunit;

namespace CustomStores.Tests;

public sealed class JsonLinesSinkTests : EtlSinkContract
{
    protected override Task<SinkUnderTest> CreateAsync() => Task.FromResult<SinkUnderTest>(new JsonLinesUnderTest());
}
