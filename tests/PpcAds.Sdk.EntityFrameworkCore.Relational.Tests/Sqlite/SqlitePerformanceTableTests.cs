using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqlitePerformanceTableTests : PerformanceTableContract
{
    protected override Task<StoreUnderTest> CreateAsync() => SqliteStore.StartAsync();
}
