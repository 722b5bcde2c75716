using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqliteEntityTests : EntityContract
{
    protected override Task<StoreUnderTest> CreateAsync() => SqliteStore.StartAsync();
}
