using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.StoreContracts.Xunit;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlEtlSinkTests(PostgreSqlCluster cluster) : EtlSinkContract
{
    protected override async Task<SinkUnderTest> CreateAsync() =>
        await SinkOfStores.CreateAsync(await PostgreSqlStore.StartAsync(cluster));
}
