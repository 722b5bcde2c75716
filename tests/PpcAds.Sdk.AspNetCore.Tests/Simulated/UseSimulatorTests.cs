using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Simulator.Hosting;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Simulated;

/// <summary>A simulator in the place of Amazon, by one line.</summary>
public sealed class UseSimulatorTests
{
    [Fact]
    public async Task Nothing_of_Amazon_is_left()
    {
        using IHost host = Build();
        await host.StartAsync();
        var amazon = host.Services.GetRequiredService<AmazonAdsSimulator>();
        PpcAdsOptions options = host.Services.GetRequiredService<IOptions<PpcAdsOptions>>().Value;

        Uri[] addresses =
        [
            .. typeof(AmazonAdsEndpoints).GetProperties().Where(property => property.PropertyType == typeof(Uri)
                && property.GetIndexParameters().Length == 0)
                .Select(property => (Uri)property.GetValue(options.Client.Endpoints)!),
        ];
        addresses.Should().HaveCount(7).And.OnlyHaveUniqueItems().And.OnlyContain(address =>
            address.Authority == amazon.BaseAddress.Authority);
        (options.Application!.ClientId, options.Application.ClientSecret).Should().Be((amazon.ClientId, amazon.ClientSecret));
        VerifiedCredentials verified = await host.Services.GetRequiredService<CredentialVerifier>().VerifyAsync(
            amazon.GetCredentials());
        verified.Regions.Should().BeEquivalentTo(Enum.GetValues<AmazonAdsRegion>(), "each has a profile");
    }

    [Fact]
    public async Task What_the_host_sets_stays()
    {
        var application = new LwaApplication { ClientId = "amzn1.application-oa2-client.own", ClientSecret = "own" };
        using IHost host = Build(options: options =>
        {
            options.Application = application;
            options.Client.ReportPollMinDelay = TimeSpan.FromSeconds(3);
        });
        await host.StartAsync();

        PpcAdsOptions options = host.Services.GetRequiredService<IOptions<PpcAdsOptions>>().Value;
        options.Application.Should().BeSameAs(application);
        options.Client.ReportPollMinDelay.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task It_answers_before_other_services_start_and_ends_after_them()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(services => services.GetRequiredService<AmazonAdsSimulator>().GetCredentials());
        builder.Services.AddSingleton<CallingAtStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CallingAtStart>());
        builder.Services.AddScannedPpcAds().UseInMemory().UseSimulator();
        using IHost host = builder.Build();

        await host.StartAsync();

        host.Services.GetRequiredService<CallingAtStart>().Profiles.Should().Be(3);
        Uri address = host.Services.GetRequiredService<AmazonAdsSimulator>().BaseAddress;
        await host.StopAsync();
        using var client = new HttpClient();
        await client.Invoking(it => it.GetAsync(address)).Should().ThrowAsync<HttpRequestException>("it stops with the host");
    }

    [Fact]
    public async Task Host_and_simulator_have_the_same_time()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2027, 5, 6, 7, 8, 9, TimeSpan.Zero));
        using IHost host = Build(time);
        await host.StartAsync();
        var amazon = host.Services.GetRequiredService<AmazonAdsSimulator>();

        amazon.Clock.GetUtcNow().Should().Be(time.GetUtcNow());
        time.Advance(TimeSpan.FromDays(3));
        amazon.Clock.GetUtcNow().Should().Be(time.GetUtcNow());
    }

    [Fact]
    public void Another_time_is_refused_with_what_to_do()
    {
        using IHost host = Build(simulator: options => options.AsOf = new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));

        host.Invoking(it => it.Services.GetRequiredService<AmazonAdsSimulator>())
            .Should().Throw<InvalidOperationException>().WithMessage("*register a TimeProvider*before AddPpcAds()*");
    }

    [Fact]
    public void A_second_simulator_is_refused() =>
        new ServiceCollection().AddPpcAds().UseSimulator().Invoking(builder => builder.UseSimulator())
            .Should().Throw<InvalidOperationException>().WithMessage("*called twice*");

    [Fact]
    public async Task The_application_is_the_only_host_that_is_built()
    {
        using var events = new HostEvents();
        using IHost host = Build();
        await host.StartAsync();

        events.Built.Should().Equal(host);
    }

    [Fact]
    public async Task A_sync_loads_yesterday_and_a_second_start_adds_no_account()
    {
        using IHost host = Build(options: options =>
        {
            options.Ingestion.UseSmallSync();
            options.Ingestion.BackfillDays = 3;
        });
        await host.StartAsync();
        var amazon = host.Services.GetRequiredService<AmazonAdsSimulator>();
        var manager = host.Services.GetRequiredService<AccountManager>();
        Account account = await manager.ConnectAsync("Acme", amazon.GetCredentials(), "acme");
        var orchestrator = host.Services.GetRequiredService<IngestionOrchestrator>();

        IngestionResult synced = await orchestrator.SyncAccountAsync(account.AccountId);
        IngestionResult loaded = await orchestrator.CompleteReportsAsync(account.AccountId);
        Account again = await manager.ConnectAsync("Acme", amazon.GetCredentials(), "acme");

        (synced.Succeeded, loaded.Succeeded).Should().Be((true, true));
        (synced.Performance.Loaded + loaded.Performance.Loaded).Should().BePositive("the simulator has data of the host's days");
        again.AccountId.Should().Be(account.AccountId);
        (await host.Services.GetRequiredService<IPpcAdsReader>().ListFreshnessAsync(account.AccountId)).Items.Should()
            .NotBeEmpty();
    }

    private static IHost Build(
        TimeProvider? time = null, Action<SimulatorOptions>? simulator = null, Action<PpcAdsOptions>? options = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddScannedPpcAds(options).UseInMemory().UseSimulator(it =>
        {
            it.Campaigns = 2;
            simulator?.Invoke(it);
        });
        return builder.Build();
    }
}
