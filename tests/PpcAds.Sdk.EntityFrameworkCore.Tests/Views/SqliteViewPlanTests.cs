using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>A query of one profile and some days reads those rows, by the key, and not the table.</summary>
public sealed class SqliteViewPlanTests : ViewContract
{
    private SqlitePpcAdsDbContext? _context;

    protected override DbContext Context => _context ??= ((SqliteStoreUnderTest)Store).Services.CreateScope().ServiceProvider
        .GetRequiredService<SqlitePpcAdsDbContext>();

    [Theory]
    [InlineData("campaign_performance")]
    [InlineData("keyword_performance")]
    [InlineData("search_term_performance")]
    [InlineData("account_performance")]
    public async Task A_profile_and_days_are_found_by_the_key(string view)
    {
        string[] plan = [.. (await QueryAsync(
            $"""
            EXPLAIN QUERY PLAN
            SELECT *
            FROM {view}
            WHERE account_id = 1 AND profile_id = 1001 AND date BETWEEN '2026-03-01' AND '2026-03-07'
            """)).Select(row => (string)row["detail"]!)];

        string all = string.Join('\n', plan);
        plan.Should().Contain(
            line => line.StartsWith("SEARCH r USING ", StringComparison.Ordinal)
                && line.Contains("(scope_id=? AND date>? AND date<?)", StringComparison.Ordinal),
            "of {0}",
            all);
        plan.Should().NotContain(line => line.StartsWith("SCAN r", StringComparison.Ordinal), "of {0}", all);
        plan.Should().Contain(
            line => line.StartsWith("SEARCH s ", StringComparison.Ordinal)
                && line.Contains("(account_id=? AND profile_id=? AND dataset=?)", StringComparison.Ordinal),
            "of {0}",
            all);
    }

    protected override async Task<StoreUnderTest> CreateAsync() => await SqliteStoreUnderTest.StartAsync();
}
