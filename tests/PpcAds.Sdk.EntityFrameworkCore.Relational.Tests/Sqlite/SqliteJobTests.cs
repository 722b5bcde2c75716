using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqliteJobTests : JobContract
{
    protected override Task<StoreUnderTest> CreateAsync() => SqliteStore.StartAsync();
}
