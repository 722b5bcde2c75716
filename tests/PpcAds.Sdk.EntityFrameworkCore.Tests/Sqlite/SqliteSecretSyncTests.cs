using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteSecretSyncTests : SecretSyncContract
{
    protected override Task<SecretDatabase> OpenAsync() => Task.FromResult<SecretDatabase>(new SqliteSecretDatabase());
}
