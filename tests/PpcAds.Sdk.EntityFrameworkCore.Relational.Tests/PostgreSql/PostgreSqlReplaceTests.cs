using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlReplaceTests(PostgreSqlCluster cluster) : ReplaceContract
{
    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStore.StartAsync(cluster);
}
