using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlAnalystViewTests(PostgreSqlCluster cluster) : AnalystViewContract
{
    private PostgreSqlPpcAdsDbContext? _context;

    protected override DbContext Context => _context ??= ((PostgreSqlStoreUnderTest)Store).Services.CreateScope().ServiceProvider
        .GetRequiredService<PostgreSqlPpcAdsDbContext>();

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);
}
