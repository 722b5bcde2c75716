using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlSecretSyncTests(PostgreSqlCluster cluster) : SecretSyncContract
{
    protected override Task<SecretDatabase> OpenAsync() => PostgreSqlSecretDatabase.CreateAsync(cluster);
}
