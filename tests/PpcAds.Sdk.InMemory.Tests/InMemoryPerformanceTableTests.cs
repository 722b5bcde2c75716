using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.InMemory.Tests;

public sealed class InMemoryPerformanceTableTests : PerformanceTableContract
{
    protected override Task<StoreUnderTest> CreateAsync() => Task.FromResult<StoreUnderTest>(new InMemoryStoreUnderTest());
}
