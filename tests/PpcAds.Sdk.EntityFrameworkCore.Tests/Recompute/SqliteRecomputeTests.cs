using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Recompute;

public sealed class SqliteRecomputeTests : RecomputeTests
{
    private SqliteStoreUnderTest Sqlite => (SqliteStoreUnderTest)Store;

    protected override PpcAdsDatabase Database => Sqlite.Services.GetRequiredService<PpcAdsDatabase>();

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();

    protected override Task ExecuteAsync(string sql) => Sqlite.ExecuteAsync(sql);
}
