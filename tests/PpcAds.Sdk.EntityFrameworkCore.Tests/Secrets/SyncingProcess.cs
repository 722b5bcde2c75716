using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A process that syncs from a simulator into a database, in fake time, while a witness writes down the secrets on the wire.</summary>
internal sealed class SyncingProcess : IAsyncDisposable
{
    private readonly AmazonAdsSimulator _simulator;
    private readonly SteppingTimeProvider _time;
    private readonly ServiceProvider _services;

    private SyncingProcess(AmazonAdsSimulator simulator, SteppingTimeProvider time, ServiceProvider services)
    {
        _simulator = simulator;
        _time = time;
        _services = services;
    }

    public required SecretWitness Witness { get; init; }

    public required LogCapture Logs { get; init; }

    public AmazonAdsSimulator Simulator => _simulator;

    public AccountManager Manager => _services.GetRequiredService<AccountManager>();

    public ITokenStore Tokens => _services.GetRequiredService<ITokenStore>();

    public LwaCredentials Credentials => new(_simulator.ClientId, _simulator.ClientSecret, _simulator.RefreshToken);

    private IngestionOrchestrator Orchestrator => _services.GetRequiredService<IngestionOrchestrator>();

    public static async Task<SyncingProcess> StartAsync(SecretDatabase database, Action<IPpcAdsBuilder> protect)
    {
        var time = new SteppingTimeProvider();
        AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            TimeProvider = time,
            AsOf = The.Start,
            Profiles = 1,
            Campaigns = 2,
            ReportGenerationTime = TimeSpan.FromMinutes(8),
            AccessTokenLifetime = TimeSpan.FromMinutes(6), // ends while reports are made
        });
        var witness = new SecretWitness();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        var logs = new LogCapture();
        services.AddLogCapture(logs);
        IPpcAdsBuilder sdk = services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(simulator);
            options.Ingestion.UseSmallSync();
            options.Ingestion.LeaseDuration = The.Lease;
            options.Ingestion.BackfillDays = 3;
        });
        services.AddHttpClient("PpcAds.Sdk").AddHttpMessageHandler(witness.CreateHandler);
        services.AddHttpClient("PpcAds.Sdk.Downloads").AddHttpMessageHandler(witness.CreateHandler);
        database.Use(sdk);
        sdk.StoreCredentialsInDatabase();
        protect(sdk);
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        return new SyncingProcess(simulator, time, provider) { Witness = witness, Logs = logs };
    }

    public async Task<AccountId> ConnectAsync(string name) => (await Manager.ConnectAsync(name, Credentials)).AccountId;

    public Task<IngestionResult> SyncAsync() => _time.RunAsync(Orchestrator.SyncAllAccountsAsync());

    public Task<IngestionResult> CompleteAsync() => _time.RunAsync(Orchestrator.CompleteReportsAsync());

    /// <summary>What is due an hour later.</summary>
    public Task<IngestionResult> PollLaterAsync()
    {
        _time.Advance(TimeSpan.FromHours(1));
        return _time.RunAsync(Orchestrator.PollReportsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
        LogScan.Check(Logs, _simulator);
    }
}
