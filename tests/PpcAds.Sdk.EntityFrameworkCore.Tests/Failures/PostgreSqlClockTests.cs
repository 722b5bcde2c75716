using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlClockTests(PostgreSqlCluster cluster) : ClockContract
{
    private protected override Task<FailureDatabase> CreateAsync() => PostgreSqlFailureDatabase.CreateAsync(cluster);
}
