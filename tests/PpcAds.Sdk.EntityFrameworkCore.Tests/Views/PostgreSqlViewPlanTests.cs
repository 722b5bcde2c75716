using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Views;

/// <summary>A query of one profile and some days reads those rows, by the key, and not the table.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlViewPlanTests(PostgreSqlCluster cluster) : ViewContract
{
    private PostgreSqlPpcAdsDbContext? _context;

    protected override DbContext Context => _context ??= ((PostgreSqlStoreUnderTest)Store).Services.CreateScope().ServiceProvider
        .GetRequiredService<PostgreSqlPpcAdsDbContext>();

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_profile_and_days_are_found_by_the_key(bool withStatistics)
    {
        await FillScopesAsync();
        if (withStatistics)
        {
            await QueryAsync("ANALYZE");
        }

        foreach (string view in (string[])
            ["campaign_performance", "keyword_performance", "search_term_performance", "account_performance"])
        {
            string[] plan = [.. (await QueryAsync(
                $"""
                EXPLAIN SELECT *
                FROM {view}
                WHERE account_id = 1 AND profile_id = 1001 AND date BETWEEN '2026-03-01' AND '2026-03-07'
                """)).Select(row => ((string)row.Values.Single()!).Trim())];

            string all = string.Join('\n', plan);
            plan.Should().Contain(
                line => line.StartsWith("Index Cond: ((scope_id = s.scope_id) AND (date >= ", StringComparison.Ordinal),
                "of {0}",
                all);
            plan.Should().Contain(line => line.Contains("PK_performance_facts", StringComparison.Ordinal), "of {0}", all);
            all.Should().NotContain("Seq Scan on performance_facts");
        }
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);

    /// <summary>Ten profiles, each with two months of three datasets: reading all would be the dearer way.</summary>
    private Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> FillScopesAsync() => QueryAsync(
        """
        INSERT INTO performance_scopes (account_id, profile_id, dataset, metrics)
        SELECT 1, profile, dataset, 127
        FROM generate_series(1001, 1010) AS profile, unnest(ARRAY['sp.campaign', 'sp.target', 'sp.search_term']) AS dataset;
        INSERT INTO performance_facts (
          scope_id, date, campaign_id, detail, changed_at, attribution_days, currency, clicks, target_kind)
        SELECT scope_id, DATE '2026-01-15' + day, campaign, gen_random_uuid(), now(), 7, 'USD', 1, 'keyword'
        FROM performance_scopes, generate_series(0, 59) AS day, generate_series(1, 30) AS campaign
        """);
}
