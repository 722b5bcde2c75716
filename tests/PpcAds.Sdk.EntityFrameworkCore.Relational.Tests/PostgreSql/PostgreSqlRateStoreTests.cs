using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlRateStoreTests(PostgreSqlCluster cluster) : RateStoreContract
{
    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStore.StartAsync(cluster);
}
