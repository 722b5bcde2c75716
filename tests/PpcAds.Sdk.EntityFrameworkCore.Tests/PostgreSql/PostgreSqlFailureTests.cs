using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>A load that the database ends: old rows and old sums stay, and the next one finishes.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlFailureTests(PostgreSqlCluster cluster) : LoadContract
{
    private PostgreSqlStoreUnderTest Server => (PostgreSqlStoreUnderTest)Store;

    [SkippableFact]
    public async Task A_connection_that_the_server_ends_leaves_the_old_rows_and_the_next_load_finishes()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m));
        LoadScope scope = Scope(generatedAt: Generated.AddHours(1));

        Func<Task> load = async () =>
        {
            await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("ended"));
            await foreach (ReportBatch batch in Rows.None.Campaign(Day, 1, 9m).Campaign(Day, 2).ReadAsync(scope.Dataset))
            {
                await session.WriteAsync(batch);
            }

            await Server.ExecuteAsync("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");
            await session.CommitAsync();
        };

        await load.Should().ThrowAsync<NpgsqlException>();
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Cost].Should().Be(2m);
        (await CampaignAsync(1))!.Total.Cost.Should().Be(2m);
        (await LoadAsync(Rows.None.Campaign(Day, 1, 9m).Campaign(Day, 2), scope)).Should().Match<LoadResult>(result => result.Changed == 1 && result.Inserted == 1);
    }

    [SkippableFact]
    public async Task A_statement_that_fails_within_the_commit_undoes_all_of_it()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m));
        await Server.ExecuteAsync("ALTER TABLE ppc_campaigns ADD CONSTRAINT small CHECK (cost_total < 100)");

        Func<Task> load = () => LoadAsync(Rows.None.Campaign(Day, 1, 500m), Scope(generatedAt: Generated.AddHours(1)));

        (await load.Should().ThrowAsync<PostgresException>()).Which.ConstraintName.Should().Be("small");
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Cost].Should().Be(2m);
        (await DaysAsync())[0].ReportGeneratedAt.Should().Be(Generated);
        (await CampaignAsync(1))!.Total.Cost.Should().Be(2m);
    }

    [SkippableFact]
    public async Task A_host_context_that_retries_works()
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        string connectionString = await cluster.CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddDbContext<PostgreSqlPpcAdsDbContext>(options => options.UseNpgsql(connectionString, npgsql => npgsql.EnableRetryOnFailure()));
        services.AddScannedPpcAds().UsePostgreSql<PostgreSqlPpcAdsDbContext>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using (AsyncServiceScope scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PostgreSqlPpcAdsDbContext>().Database.MigrateAsync();
        }

        await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        AccountId account = (await provider.GetRequiredService<Sdk.Accounts.IAccountStore>().AddAsync("Acme")).AccountId;
        LoadScope load = Scope(account: account);
        await using ILoadSession session = await provider.GetRequiredService<IEtlSink>().BeginReplaceAsync(load, new LoadId("retrying"));
        await foreach (ReportBatch batch in Rows.None.Campaign(Day, 1).ReadAsync(load.Dataset))
        {
            await session.WriteAsync(batch);
        }

        (await session.CommitAsync()).Inserted.Should().Be(1);
        (await provider.GetRequiredService<IPpcAdsReader>().ListCampaignsAsync(new EntityQuery(account))).Items.Should().HaveCount(1);
        await provider.GetRequiredService<Sdk.Accounts.IAccountStore>().SetStatusAsync(account, Sdk.Accounts.AccountStatus.Closed);
        (await provider.GetRequiredService<Sdk.Accounts.IAccountStore>().PurgeAsync(account)).Should().BeTrue();
    }

    [SkippableFact]
    public async Task The_tables_are_what_the_model_says_and_the_check_of_the_sums_finds_nothing()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m).Campaign(Day.AddDays(1), 1, 0.000001m));

        await using AsyncServiceScope scope = Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PostgreSqlPpcAdsDbContext>().Database.HasPendingModelChanges().Should().BeFalse();
        (await Server.ExecuteAsync("SELECT SUM(cost) FROM campaign_performance")).Should().Be(5.000001m);
        (await Server.ExecuteAsync(
            """
            SELECT COUNT(*) FROM (SELECT c.campaign_id FROM ppc_campaigns c LEFT JOIN performance_records r
              ON (r.account_id, r.profile_id, r.campaign_id) = (c.account_id, c.profile_id, c.campaign_id)
             AND r.dataset = CASE c.ad_product WHEN 'SPONSORED_PRODUCTS' THEN 'sp' WHEN 'SPONSORED_BRANDS' THEN 'sb' ELSE 'sd' END || '.campaign'
            GROUP BY c.account_id, c.profile_id, c.campaign_id, c.as_of, c.cost_total, c.cost_30d
            HAVING coalesce(sum(r.cost), 0) <> coalesce(c.cost_total, 0)
                OR coalesce(sum(r.cost) FILTER (WHERE r.date BETWEEN c.as_of - 29 AND c.as_of), 0) <> coalesce(c.cost_30d, 0)) wrong
            """)).Should().Be(0L);
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);
}
