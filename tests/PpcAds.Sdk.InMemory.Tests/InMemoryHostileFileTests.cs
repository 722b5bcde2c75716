using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.InMemory.Tests;

public sealed class InMemoryHostileFileTests : HostileFileContract
{
    protected override int Mutations => 10_000;

    protected override Task<StoreUnderTest> CreateAsync() => Task.FromResult<StoreUnderTest>(new InMemoryStoreUnderTest());
}
