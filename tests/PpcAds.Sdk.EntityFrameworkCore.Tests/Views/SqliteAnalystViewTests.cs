using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

public sealed class SqliteAnalystViewTests : AnalystViewContract
{
    private SqlitePpcAdsDbContext? _context;

    protected override DbContext Context => _context ??= ((SqliteStoreUnderTest)Store).Services.CreateScope().ServiceProvider
        .GetRequiredService<SqlitePpcAdsDbContext>();

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
