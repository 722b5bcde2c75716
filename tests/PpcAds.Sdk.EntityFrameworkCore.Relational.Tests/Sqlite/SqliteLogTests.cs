using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqliteLogTests : LogContract
{
    protected override Task<StoreUnderTest> CreateAsync() => SqliteStore.StartAsync();
}
