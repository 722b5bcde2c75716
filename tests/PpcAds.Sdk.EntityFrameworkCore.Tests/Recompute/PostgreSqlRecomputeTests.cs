using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Recompute;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlRecomputeTests(PostgreSqlCluster cluster) : RecomputeTests
{
    private PostgreSqlStoreUnderTest PostgreSql => (PostgreSqlStoreUnderTest)Store;

    protected override PpcAdsDatabase Database => PostgreSql.Services.GetRequiredService<PpcAdsDatabase>();

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);

    protected override Task ExecuteAsync(string sql) => PostgreSql.ExecuteAsync(sql);
}
