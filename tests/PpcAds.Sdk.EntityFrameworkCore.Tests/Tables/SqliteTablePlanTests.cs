using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Tables;

/// <summary>A table reads the days of its period, and no others.</summary>
public sealed class SqliteTablePlanTests : LoadContract
{
    private const int DetailColumn = 3;

    public static TheoryData<DatasetGrain> Grains { get; } = [.. PerformanceSelection.Grains];

    [Theory]
    [MemberData(nameof(Grains))]
    public async Task Facts_are_found_by_profile_dataset_and_days(DatasetGrain grain)
    {
        foreach (Dataset dataset in Datasets.All.Where(one => one.Grain == grain && one.AdProduct == AdProducts.SponsoredProducts))
        {
            await LoadAsync(Rows.None, Scope(dataset));
        }

        var selection = new PerformanceSelection(grain, [Account], "USD", new PerformancePeriod(Day, Day.AddDays(6)));

        IReadOnlyList<string> plan = await RecordedPlans.OfPageAsync(
            ((SqliteStoreUnderTest)Store).Services, new PerformanceTableQuery(selection), "EXPLAIN QUERY PLAN", DetailColumn);

        plan.Where(line => line.Split(' ') is [_, "r", ..]).Should().ContainSingle(string.Join('\n', plan))
            .Which.Should().StartWith("SEARCH r USING PRIMARY KEY (scope_id=? AND date>? AND date<?)");
        if (grain is DatasetGrain.Campaign or DatasetGrain.AdGroup or DatasetGrain.Target)
        {
            plan.Where(line => line.Contains("AUTOMATIC", StringComparison.Ordinal)).Should().HaveCount(2)
                .And.OnlyContain(line => line.Contains(" id=?", StringComparison.Ordinal), string.Join('\n', plan));
        }

        plan.Should().NotContain(line => line.Contains("SCAN", StringComparison.Ordinal) && line.EndsWith("LEFT-JOIN", StringComparison.Ordinal),
            "what is joined is found by an index, and not compared each with each");
    }

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
