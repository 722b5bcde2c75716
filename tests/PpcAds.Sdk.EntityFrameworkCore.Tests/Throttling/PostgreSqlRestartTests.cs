using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Throttling;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlRestartTests(PostgreSqlCluster cluster) : RestartContract
{
    protected override Task<SecretDatabase> OpenAsync() => PostgreSqlSecretDatabase.CreateAsync(cluster);
}
