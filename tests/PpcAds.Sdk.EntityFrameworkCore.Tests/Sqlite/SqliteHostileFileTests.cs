using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteHostileFileTests : HostileFileContract
{
    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
