using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Health;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Health;

/// <summary>A service that syncs two days of one profile from a simulator, all in one fake time.</summary>
internal sealed class HealthWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private HealthWorld(AmazonAdsSimulator amazon, SteppingTimeProvider time, Action<PpcAdsHealthOptions>? configure, IAccountStore? accounts)
    {
        Amazon = amazon;
        Time = time;
        Storage = new InMemoryStorage(time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddSingleton(Storage);
        services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(amazon);
            options.Ingestion.UseSmallSync();
            options.Ingestion.LeaseDuration = The.Lease;
            options.Ingestion.BackfillDays = 2;
        }).UseInMemory();
        if (accounts is not null)
        {
            services.AddSingleton(accounts);
        }

        services.AddHealthChecks().AddPpcAds(configure);
        _services = services.BuildServiceProvider();
    }

    public AmazonAdsSimulator Amazon { get; }

    public SteppingTimeProvider Time { get; }

    public InMemoryStorage Storage { get; }

    public IngestionOrchestrator Orchestrator => _services.GetRequiredService<IngestionOrchestrator>();

    public static async Task<HealthWorld> StartAsync(Action<PpcAdsHealthOptions>? configure = null, IAccountStore? accounts = null, int agencies = 0)
    {
        var time = new SteppingTimeProvider();
        return new HealthWorld(
            await AmazonAdsSimulator.StartAsync(new SimulatorOptions
            {
                TimeProvider = time,
                AsOf = The.Start,
                Profiles = 1,
                AgencyProfiles = agencies,
                Campaigns = 2,
                ReportGenerationTime = TimeSpan.FromMinutes(8),
            }),
            time,
            configure,
            accounts);
    }

    public async Task<AccountId> ConnectAsync() => (await _services.GetRequiredService<AccountManager>().ConnectAsync(
        "Acme Ltd", new LwaCredentials(Amazon.ClientId, Amazon.ClientSecret, Amazon.RefreshToken))).AccountId;

    public async Task LoadAsync(AccountId accountId)
    {
        await Time.RunAsync(Orchestrator.SyncAccountAsync(accountId));
        await Time.RunAsync(Orchestrator.CompleteReportsAsync(accountId));
    }

    public async Task<HealthReportEntry> CheckAsync(string name) =>
        (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[name];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Amazon.DisposeAsync();
    }
}
