using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlRunTests(PostgreSqlCluster cluster) : RunContract
{
    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);
}
