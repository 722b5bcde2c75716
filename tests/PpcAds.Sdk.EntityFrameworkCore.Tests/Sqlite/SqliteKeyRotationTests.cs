using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteKeyRotationTests : KeyRotationContract
{
    protected override Task<SecretDatabase> OpenAsync() => Task.FromResult<SecretDatabase>(new SqliteSecretDatabase());
}
