using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;
using Xunit.Abstractions;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Tables;

/// <summary>The same as for PostgreSQL, in a file. Times are printed.</summary>
[Trait("Category", "Load")]
public sealed class SqliteTableLoadTests(ITestOutputHelper output) : StoreContract
{
    private static readonly PerformancePeriod Month = new(new DateOnly(2026, 2, 15), new DateOnly(2026, 3, 14));

    [SkippableFact]
    public async Task Pages_sums_and_days_are_read_from_five_million_rows()
    {
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_LOAD") != "1", "PPCADS_LOAD is not 1.");
        await ((SqliteStoreUnderTest)Store).ExecuteAsync(TableFill.Sqlite(Account.Value));
        foreach (DatasetGrain grain in new[] { DatasetGrain.Campaign, DatasetGrain.Target })
        {
            await TableTimes.PrintAsync(Store.Tables, new PerformanceSelection(grain, [Account], "USD", Month), output);
        }
    }

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
