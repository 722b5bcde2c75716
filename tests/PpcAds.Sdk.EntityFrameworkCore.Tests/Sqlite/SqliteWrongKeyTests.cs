using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteWrongKeyTests : WrongKeyContract
{
    protected override Task<SecretDatabase> OpenAsync() => Task.FromResult<SecretDatabase>(new SqliteSecretDatabase());
}
