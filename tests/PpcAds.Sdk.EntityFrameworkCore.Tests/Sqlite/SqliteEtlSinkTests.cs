using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteEtlSinkTests : EtlSinkContract
{
    protected override async Task<SinkUnderTest> CreateAsync() => await SinkOfStores.CreateAsync(await SqliteStoreUnderTest.StartAsync());
}
