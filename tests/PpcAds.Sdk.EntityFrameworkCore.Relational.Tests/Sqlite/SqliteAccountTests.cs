using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqliteAccountTests : AccountContract
{
    protected override Task<StoreUnderTest> CreateAsync() => SqliteStore.StartAsync();
}
