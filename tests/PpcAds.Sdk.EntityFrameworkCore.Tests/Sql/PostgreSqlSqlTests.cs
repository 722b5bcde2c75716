using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlSqlTests(PostgreSqlCluster cluster) : SqlContract("postgresql")
{
    protected override IServiceProvider Services => ((PostgreSqlStoreUnderTest)Store).Services;

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster, Recorder);
}
