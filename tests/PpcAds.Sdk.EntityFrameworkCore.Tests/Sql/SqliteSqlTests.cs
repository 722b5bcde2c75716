using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sql;

public sealed class SqliteSqlTests() : SqlContract("sqlite")
{
    protected override IServiceProvider Services => ((SqliteStoreUnderTest)Store).Services;

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync(Recorder);
}
