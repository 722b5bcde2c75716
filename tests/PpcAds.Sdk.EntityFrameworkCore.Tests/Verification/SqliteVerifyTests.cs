using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Verification;

public sealed class SqliteVerifyTests : VerifyTests
{
    private SqliteStoreUnderTest Sqlite => (SqliteStoreUnderTest)Store;

    protected override PpcAdsDatabase Database => Sqlite.Services.GetRequiredService<PpcAdsDatabase>();

    protected override string MoneyUnit => "1000000";

    protected override string Hour => "3600000000";

    protected override string MoneyColumn(string name) => name + "_micros";

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();

    protected override Task ExecuteAsync(string sql) => Sqlite.ExecuteAsync(sql);
}
