using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlPerformanceTableTests(PostgreSqlCluster cluster) : PerformanceTableContract
{
    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStore.StartAsync(cluster);
}
