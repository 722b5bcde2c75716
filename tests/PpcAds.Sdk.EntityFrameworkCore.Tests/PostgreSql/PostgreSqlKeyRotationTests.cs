using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlKeyRotationTests(PostgreSqlCluster cluster) : KeyRotationContract
{
    protected override Task<SecretDatabase> OpenAsync() => PostgreSqlSecretDatabase.CreateAsync(cluster);
}
