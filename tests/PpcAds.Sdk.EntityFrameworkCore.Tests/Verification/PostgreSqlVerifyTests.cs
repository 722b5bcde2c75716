using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Verification;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlVerifyTests(PostgreSqlCluster cluster) : VerifyTests
{
    private PostgreSqlStoreUnderTest PostgreSql => (PostgreSqlStoreUnderTest)Store;

    protected override PpcAdsDatabase Database => PostgreSql.Services.GetRequiredService<PpcAdsDatabase>();

    protected override string MoneyUnit => "1";

    protected override string Hour => "interval '1 hour'";

    /// <summary>The row's hash still says that the row is what a report was: a load alone would not see it.</summary>
    [SkippableFact]
    public async Task A_row_that_was_changed_while_triggers_were_off_is_found_and_is_what_the_next_report_says()
    {
        Rows rows = Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m);
        await LoadAsync(rows);
        await ExecuteAsync(
            "SET session_replication_role = replica; UPDATE performance_facts SET clicks = clicks + 7 WHERE campaign_id = 1");

        StoreVerification found = await Database.VerifyAsync(Account).SingleAsync();
        await Database.RecomputeAsync();
        LoadResult again = await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(1)));

        found.Counts.Should().ContainKey(StoreDifferenceKind.DayRows);
        (again.Changed, again.Unchanged).Should().Be((1, 1));
        (await RecordsAsync()).Should().OnlyContain(row => row.Metrics[PerformanceMetric.Clicks] == 4);
    }

    protected override string MoneyColumn(string name) => name;

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);

    protected override Task ExecuteAsync(string sql) => PostgreSql.ExecuteAsync(sql);
}
