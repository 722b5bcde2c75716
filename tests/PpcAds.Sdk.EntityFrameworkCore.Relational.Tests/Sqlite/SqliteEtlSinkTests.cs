using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

public sealed class SqliteEtlSinkTests : EtlSinkContract
{
    protected override async Task<SinkUnderTest> CreateAsync() => await SinkOfStores.CreateAsync(await SqliteStore.StartAsync());
}
