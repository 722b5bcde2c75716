using PpcAds.Sdk.Etl;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlReplaceTests(PostgreSqlCluster cluster) : ReplaceContract
{
    [SkippableFact]
    public async Task Rows_without_a_hash_are_compared_by_their_values()
    {
        Rows rows = Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m);
        await LoadAsync(rows);
        await ExecuteAsync("UPDATE performance_facts SET row_hash = NULL, cost = CASE WHEN campaign_id = 2 THEN 9 ELSE cost END");

        LoadResult again = await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(1)));

        (again.Changed, again.Unchanged).Should().Be((1, 1));
        (await RecordsAsync()).Select(row => row.Metrics[PerformanceMetric.Cost]).Should().Equal(2m, 3m);
    }

    [SkippableFact]
    public async Task A_load_keeps_the_hashes_of_rows_that_it_changes()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m));
        await LoadAsync(Rows.None.Campaign(Day, 1, 4m).Campaign(Day, 2, 3m), Scope(generatedAt: Generated.AddHours(1)));

        (await ExecuteAsync("SELECT COUNT(*) FROM performance_facts WHERE row_hash IS NULL")).Should().Be(0L);
    }

    [SkippableFact]
    public async Task Rows_with_the_hash_of_a_report_are_taken_for_its_own()
    {
        Rows rows = Rows.None.Campaign(Day, 1, 2m);
        await LoadAsync(rows);
        await LoadAsync(Rows.None.Campaign(Day, 1, 3m), Scope(generatedAt: Generated.AddHours(1)));
        object? changed = await ExecuteAsync("SELECT row_hash FROM performance_facts");
        await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(2)));

        (await ExecuteAsync("SELECT row_hash FROM performance_facts")).Should().NotBe(changed).And.NotBe(DBNull.Value);
        (await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(3)))).Unchanged.Should().Be(1);
    }

    [SkippableFact]
    public async Task Another_attribution_window_is_another_hash()
    {
        Rows rows = Rows.None.Campaign(Day, 1, 2m);
        await LoadAsync(rows);

        LoadResult again = await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(1)) with { AttributionDays = 14 });

        again.Changed.Should().Be(1);
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Sales].Should().Be(20m);
    }

    private Task<object?> ExecuteAsync(string sql) => ((PostgreSqlStoreUnderTest)Store).ExecuteAsync(sql);

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);
}
