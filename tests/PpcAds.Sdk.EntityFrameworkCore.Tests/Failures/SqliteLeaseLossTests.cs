namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

public sealed class SqliteLeaseLossTests : LeaseLossContract
{
    private protected override Task<FailureDatabase> CreateAsync() => Task.FromResult(SqliteFailureDatabase.Create());
}
