using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Health;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Health;

public sealed class HealthCheckTests
{
    [Fact]
    public async Task A_service_without_accounts_is_healthy()
    {
        await using HealthWorld world = await HealthWorld.StartAsync();

        foreach (string name in (string[])[PpcAdsHealthChecks.Store, PpcAdsHealthChecks.Grants, PpcAdsHealthChecks.Data])
        {
            HealthReportEntry entry = await world.CheckAsync(name);
            entry.Status.Should().Be(HealthStatus.Healthy, name);
            entry.Tags.Should().Equal(PpcAdsHealthChecks.Tag);
        }
    }

    [Fact]
    public async Task An_account_that_needs_consent_degrades_and_is_named_by_its_id_only()
    {
        await using HealthWorld world = await HealthWorld.StartAsync();
        await world.ConnectAsync();
        AccountId refused = await world.ConnectAsync();
        world.Amazon.Tokens.Revoke();
        await world.Time.RunAsync(world.Orchestrator.SyncAccountAsync(refused));

        HealthReportEntry grants = await world.CheckAsync(PpcAdsHealthChecks.Grants);

        grants.Status.Should().Be(HealthStatus.Degraded);
        grants.Data["accounts_active"].Should().Be(1);
        grants.Data["accounts_needing_consent"].Should().BeEquivalentTo(new[] { refused.ToString() });
        (JsonSerializer.Serialize(grants.Data) + grants.Description).Should().NotContain("Acme");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_unhealthy_and_no_description_tells_where_it_is()
    {
        await using HealthWorld world = await HealthWorld.StartAsync(accounts: new BrokenAccountStore());

        foreach (string name in (string[])[PpcAdsHealthChecks.Store, PpcAdsHealthChecks.Grants, PpcAdsHealthChecks.Data])
        {
            HealthReportEntry entry = await world.CheckAsync(name);
            entry.Status.Should().Be(HealthStatus.Unhealthy, name);
            entry.Description.Should().Be("The store does not answer.");
            entry.Exception!.Message.Should().Contain(BrokenAccountStore.Message);
        }
    }

    [Fact]
    public async Task Data_that_falls_behind_degrades_and_then_is_unhealthy()
    {
        await using HealthWorld world = await HealthWorld.StartAsync(options => options.DataLagCacheDuration = TimeSpan.Zero);
        AccountId account = await world.ConnectAsync();
        await world.LoadAsync(account);

        HealthReportEntry fresh = await world.CheckAsync(PpcAdsHealthChecks.Data);
        world.Time.Advance(TimeSpan.FromDays(1));
        HealthReportEntry after1 = await world.CheckAsync(PpcAdsHealthChecks.Data);
        world.Time.Advance(TimeSpan.FromDays(1));
        HealthReportEntry after2 = await world.CheckAsync(PpcAdsHealthChecks.Data);
        world.Time.Advance(TimeSpan.FromDays(3));
        HealthReportEntry after5 = await world.CheckAsync(PpcAdsHealthChecks.Data);
        await world.LoadAsync(account);
        HealthReportEntry again = await world.CheckAsync(PpcAdsHealthChecks.Data);

        (fresh.Status, fresh.Data["lag_days"], fresh.Data["profiles"]).Should().Be((HealthStatus.Healthy, 0, 1));
        (after1.Status, after1.Data["lag_days"], after1.Data["profiles_behind"]).Should().Be((HealthStatus.Healthy, 1, 0));
        (after2.Status, after2.Data["lag_days"], after2.Data["profiles_behind"]).Should().Be((HealthStatus.Degraded, 2, 1));
        after2.Data["accounts_behind"].Should().BeEquivalentTo(new[] { account.ToString() });
        (after5.Status, after5.Data["lag_days"]).Should().Be((HealthStatus.Unhealthy, 5));
        (again.Status, again.Data["lag_days"]).Should().Be((HealthStatus.Healthy, 0));
    }

    [Fact]
    public async Task A_profile_of_which_nothing_was_ever_loaded_falls_behind_from_the_day_it_was_seen()
    {
        await using HealthWorld world = await HealthWorld.StartAsync(options => options.DataLagCacheDuration = TimeSpan.Zero);
        AccountId account = await world.ConnectAsync();
        await world.Time.RunAsync(world.Orchestrator.SyncProfilesAsync(account));

        (await world.CheckAsync(PpcAdsHealthChecks.Data)).Status.Should().Be(HealthStatus.Healthy);
        world.Time.Advance(TimeSpan.FromDays(3));
        HealthReportEntry later = await world.CheckAsync(PpcAdsHealthChecks.Data);

        (later.Status, later.Data["lag_days"]).Should().Be((HealthStatus.Degraded, 3));
    }

    [Theory]
    [InlineData(AccountStatus.Paused)]
    [InlineData(AccountStatus.NeedsConsent)]
    [InlineData(AccountStatus.Closed)]
    public async Task Accounts_that_are_not_synced_are_not_late(AccountStatus status)
    {
        await using HealthWorld world = await HealthWorld.StartAsync(options => options.DataLagCacheDuration = TimeSpan.Zero);
        AccountId account = await world.ConnectAsync();
        await world.LoadAsync(account);
        await world.Storage.Accounts.SetStatusAsync(account, status);

        world.Time.Advance(TimeSpan.FromDays(9));

        (await world.CheckAsync(PpcAdsHealthChecks.Data)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task An_agencys_profile_is_not_late()
    {
        await using HealthWorld world = await HealthWorld.StartAsync(options => options.DataLagCacheDuration = TimeSpan.Zero, agencies: 1);
        AccountId account = await world.ConnectAsync();

        await world.LoadAsync(account);

        (await world.CheckAsync(PpcAdsHealthChecks.Data)).Data["profiles"].Should().Be(1);
    }

    [Fact]
    public async Task The_ledger_is_not_read_at_every_probe()
    {
        await using HealthWorld world = await HealthWorld.StartAsync(options => options.DataLagCacheDuration = TimeSpan.FromDays(7));
        AccountId account = await world.ConnectAsync();
        await world.LoadAsync(account);
        await world.CheckAsync(PpcAdsHealthChecks.Data);

        world.Time.Advance(TimeSpan.FromDays(6));
        HealthReportEntry kept = await world.CheckAsync(PpcAdsHealthChecks.Data);
        world.Time.Advance(TimeSpan.FromDays(1));
        HealthReportEntry read = await world.CheckAsync(PpcAdsHealthChecks.Data);

        kept.Data["lag_days"].Should().Be(0);
        read.Data["lag_days"].Should().Be(7);
    }

    [Fact]
    public async Task Wrong_options_stop_the_host_at_its_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddScannedPpcAds(options => options.Ingestion.UseSmallSync()).UseInMemory();
        builder.Services.AddHealthChecks().AddPpcAds(options =>
        {
            options.Datasets = ["sp.campaign", "sd.campaign", "made.up"];
            options.UnhealthyAfterDays = 1;
            options.DataLagCacheDuration = TimeSpan.FromSeconds(-1);
            options.ConsentWarningDays = 366;
        });
        using IHost host = builder.Build();

        Func<Task> start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(5);
    }
}
