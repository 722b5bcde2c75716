using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Throttling;

public sealed class SqliteRestartTests : RestartContract
{
    protected override Task<SecretDatabase> OpenAsync() => Task.FromResult<SecretDatabase>(new SqliteSecretDatabase());
}
