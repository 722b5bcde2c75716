using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.InMemory.Tests;

public sealed class InMemoryExtraTests : ExtraContract
{
    protected override Task<StoreUnderTest> CreateAsync() => Task.FromResult<StoreUnderTest>(new InMemoryStoreUnderTest());
}
