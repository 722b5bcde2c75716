using PpcAds.Sdk.EntityFrameworkCore.Tests.Entities;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

/// <summary>Storing a page of entities costs what the page has, however much is stored.</summary>
public sealed class SqliteEntityPlanTests : StoreContract
{
    private const int DetailColumn = 3;

    public static TheoryData<string> Tables { get; } = [.. EntityTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task No_statement_of_a_page_reads_more_of_the_stored_table_than_the_page_has(string table)
    {
        IReadOnlyList<IReadOnlyList<string>> plans = await EntityPlans.OfAsync(
            ((SqliteStoreUnderTest)Store).Services,
            EntityTables.All.Single(one => one.Name == table),
            Account,
            Profile,
            "EXPLAIN QUERY PLAN",
            DetailColumn);

        // The one thing that is gone over is the page. Rows are found by the key that ON CONFLICT names, which is no part of
        // the plan.
        plans.Should().HaveCount(3);
        plans.Should().AllSatisfy(plan => plan.Should().ContainSingle().Which.Should().StartWith("SCAN j VIRTUAL TABLE"));
    }

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
