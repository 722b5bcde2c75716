using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqliteIngestionReaderTests : IngestionReaderContract
{
    protected override async Task<SinkUnderTest> CreateAsync() => await SinkOfStores.CreateAsync(await SqliteStore.StartAsync());
}
