namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

public sealed class SqliteClockTests : ClockContract
{
    private protected override Task<FailureDatabase> CreateAsync() => Task.FromResult(SqliteFailureDatabase.Create());
}
