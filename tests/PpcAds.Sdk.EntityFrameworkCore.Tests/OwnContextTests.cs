using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.TestApp;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests;

/// <summary>The SDK's tables in a context of the application's own.</summary>
public sealed class OwnContextTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }

    [Fact]
    public async Task The_same_sync_runs_beside_the_applications_own_tables()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions { AsOf = TimeProvider.System.GetUtcNow(), Profiles = 1, Campaigns = 3, ReportGenerationTime = TimeSpan.FromMilliseconds(100) });
        await using ServiceProvider services = Build(simulator);
        await using (AsyncServiceScope scope = services.CreateAsyncScope())
        {
            var shop = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
            await shop.Database.MigrateAsync();
            shop.Orders.Add(new Order { Customer = "Ada" });
            await shop.SaveChangesAsync();
        }

        await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        Account account = await services.GetRequiredService<AccountManager>().ConnectAsync(
            "Acme", new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken));
        IngestionOrchestrator orchestrator = services.GetRequiredService<IngestionOrchestrator>();
        (await orchestrator.SyncAccountAsync(account.AccountId)).Succeeded.Should().BeTrue();
        (await orchestrator.CompleteReportsAsync()).Succeeded.Should().BeTrue();

        await using AsyncServiceScope after = services.CreateAsyncScope();
        var context = after.ServiceProvider.GetRequiredService<ShopDbContext>();
        (await context.Orders.CountAsync()).Should().Be(1);
        (await context.Set<PpcCampaign>().CountAsync(campaign => campaign.CostTotal > 0)).Should().BePositive();
        (await context.Database.SqlQuery<long>($"SELECT COUNT(*) AS Value FROM campaign_performance").SingleAsync()).Should()
            .Be(await context.Set<PpcPerformanceRecord>().CountAsync(row => row.Dataset == "sp.campaign"));
    }

    [Theory]
    [InlineData("performance_facts")]
    [InlineData("performance_changes")]
    public async Task A_migration_of_the_applications_own_stores_the_large_tables_in_the_order_of_their_keys(string table)
    {
        using IHost host = Host(services => services.AddScannedPpcAds().UseSqlite<ShopDbContext>());
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
        await shop.Database.MigrateAsync();

        string sql = await shop.Database.SqlQuery<string>(
            $"SELECT sql AS Value FROM sqlite_schema WHERE type = 'table' AND name = {table}").SingleAsync();

        sql.Trim().Should().EndWith("WITHOUT ROWID").And.Contain("PRIMARY KEY (\"scope_id\", ");
    }

    [Fact]
    public async Task A_context_without_the_tables_is_told_how_to_get_them()
    {
        using IHost host = Host(services =>
        {
            services.AddDbContext<BareDbContext>(options => options.UseSqlite($"Data Source={_file}"));
            services.AddScannedPpcAds().UseSqlite<BareDbContext>();
        });

        Func<Task> start = () => host.StartAsync();

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*BareDbContext*modelBuilder.AddPpcAds()*");
    }

    [Fact]
    public async Task Missing_tables_and_columns_are_named()
    {
        using IHost host = Host(services => services.AddScannedPpcAds().UseSqlite<ShopDbContext>());
        await using (AsyncServiceScope scope = host.Services.CreateAsyncScope())
        {
            var shop = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
            await shop.Database.MigrateAsync();
            await shop.Database.ExecuteSqlAsync($"DROP VIEW keyword_performance");
            await shop.Database.ExecuteSqlAsync($"DROP TABLE ppc_keywords");
            await shop.Database.ExecuteSqlAsync($"ALTER TABLE ppc_profiles DROP COLUMN advertiser_id");
        }

        Func<Task> start = () => host.StartAsync();

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*the column ppc_profiles.advertiser_id*the table ppc_keywords*");
    }

    [Fact]
    public async Task The_own_context_of_the_SDK_is_made_when_the_host_starts()
    {
        using IHost host = Host(services => services.AddScannedPpcAds().UseSqlite($"Data Source={_file}"));

        await host.StartAsync();

        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<SqlitePpcAdsDbContext>();
        (await context.Campaigns.CountAsync()).Should().Be(0);
        context.Database.HasPendingModelChanges().Should().BeFalse("the migrations should make what the model says");
        await host.StopAsync();
    }

    [Fact]
    public async Task A_killed_migrations_lock_does_not_hold_up_the_next_for_ever()
    {
        await using (var connection = new SqliteConnection($"Data Source={_file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); "
                + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00+00:00');";
            await command.ExecuteNonQueryAsync();
        }

        using IHost host = Host(services => services.AddScannedPpcAds().UseSqlite($"Data Source={_file}"));
        await host.StartAsync().WaitAsync(TimeSpan.FromSeconds(30));
        await host.StopAsync();
    }

    private ServiceProvider Build(AmazonAdsSimulator simulator)
    {
        var services = new ServiceCollection();
        services.AddDbContext<ShopDbContext>(options => options.UseSqlite($"Data Source={_file}"));
        services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(simulator);
            options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(100);
            options.Ingestion.UseSmallSync();
            options.Ingestion.BackfillDays = 5;
        }).UseSqlite<ShopDbContext>();
        return services.BuildServiceProvider();
    }

    private IHost Host(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddDbContext<ShopDbContext>(options => options.UseSqlite($"Data Source={_file}"));
        configure(builder.Services);
        return builder.Build();
    }

    private sealed class BareDbContext(DbContextOptions<BareDbContext> options) : DbContext(options);
}
