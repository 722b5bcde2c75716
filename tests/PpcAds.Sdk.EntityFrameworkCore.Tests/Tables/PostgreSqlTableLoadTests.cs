using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;
using Xunit.Abstractions;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Tables;

/// <summary>
/// Tables over five million rows, 10,000 campaigns and 100,000 keywords. Takes minutes, so it runs with <c>PPCADS_LOAD=1</c>
/// only. Times are printed; what decides is that facts are read by their key.
/// </summary>
[Trait("Category", "Load")]
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlTableLoadTests(PostgreSqlCluster cluster, ITestOutputHelper output) : StoreContract
{
    private static readonly PerformancePeriod Month = new(new DateOnly(2026, 2, 15), new DateOnly(2026, 3, 14));

    [SkippableFact]
    public async Task Pages_sums_and_days_go_by_the_key_of_facts()
    {
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_LOAD") != "1", "PPCADS_LOAD is not 1.");
        var store = (PostgreSqlStoreUnderTest)Store;
        await FillAsync(store);
        foreach (DatasetGrain grain in new[] { DatasetGrain.Campaign, DatasetGrain.Target })
        {
            var selection = new PerformanceSelection(grain, [Account], "USD", Month);
            await TableTimes.PrintAsync(store.Tables, selection, output);
            IReadOnlyList<string> plan = await RecordedPlans.OfPageAsync(store.Services, new PerformanceTableQuery(selection),
                "EXPLAIN", 0);
            plan.Where(line => line.Contains("performance_facts", StringComparison.Ordinal)).Should().NotBeEmpty()
                .And.OnlyContain(line => line.Contains("PK_performance_facts", StringComparison.Ordinal)
                    || line.Contains("Bitmap Heap Scan", StringComparison.Ordinal), string.Join('\n', plan));
        }
    }

    private async Task FillAsync(PostgreSqlStoreUnderTest store)
    {
        await using ContextLease lease = store.Services.GetRequiredService<IPpcAdsContexts>().Create();
        lease.Context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await lease.Context.Database.ExecuteSqlRawAsync(TableFill.PostgreSql(Account.Value));
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);
}
