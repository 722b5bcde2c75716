using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>A simulator, a storage in memory and an orchestrator, all in one fake time.</summary>
internal sealed class Ingestion : IAsyncDisposable
{
    private readonly Action<IngestionOptions>? _configure;
    private readonly Action<IServiceCollection, InMemoryStorage>? _replace;
    private ServiceProvider _services = null!;

    private Ingestion(
        AmazonAdsSimulator simulator,
        SteppingTimeProvider time,
        Action<IngestionOptions>? configure,
        Action<IServiceCollection, InMemoryStorage>? replace)
    {
        Simulator = simulator;
        Time = time;
        Storage = new InMemoryStorage(time);
        Tokens = new InMemoryTokenStore();
        _configure = configure;
        _replace = replace;
        StartProcess();
    }

    public AmazonAdsSimulator Simulator { get; }

    public LogCapture Logs { get; } = new();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public SteppingTimeProvider Time { get; }

    public InMemoryStorage Storage { get; }

    public InMemoryTokenStore Tokens { get; }

    public AccountId Account { get; private set; }

    public IngestionRuns Runs => _services.GetRequiredService<IngestionRuns>();

    public IAmazonAdsClientFactory Clients => _services.GetRequiredService<IAmazonAdsClientFactory>();

    public IngestionOrchestrator Orchestrator => _services.GetRequiredService<IngestionOrchestrator>();

    public static async Task<Ingestion> StartAsync(
        Action<SimulatorOptions>? simulator = null,
        Action<IngestionOptions>? configure = null,
        Action<IServiceCollection, InMemoryStorage>? services = null,
        TimeSpan? beat = null)
    {
        var time = new SteppingTimeProvider { Beats = beat is { } length ? [length] : [] };
        var options = new SimulatorOptions
        {
            TimeProvider = time,
            AsOf = The.Start,
            Profiles = 1,
            Campaigns = 3,
            ReportGenerationTime = TimeSpan.FromMinutes(8),
        };
        simulator?.Invoke(options);
        var ingestion = new Ingestion(await AmazonAdsSimulator.StartAsync(options), time, configure, services);
        var manager = ingestion._services.GetRequiredService<AccountManager>();
        AmazonAdsSimulator server = ingestion.Simulator;
        Account account = await manager.ConnectAsync("Acme", new LwaCredentials(server.ClientId, server.ClientSecret, server.RefreshToken));
        ingestion.Account = account.AccountId;
        return ingestion;
    }

    /// <summary>A new process on the same storage: nothing else survives.</summary>
    public void StartProcess()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time).AddSingleton(Tokens).AddSingleton<ITokenStore>(Tokens).AddSingleton(Storage);
        services.AddLogCapture(Logs);
        services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(Simulator);
            options.Ingestion.UseSmallSync();
            options.Ingestion.LeaseDuration = The.Lease;
            options.Ingestion.BackfillDays = 10;
            _configure?.Invoke(options.Ingestion);
        }).UseInMemory();
        _replace?.Invoke(services, Storage);
        _services = services.BuildServiceProvider();
    }

    public Task<IngestionResult> SyncAsync() => Time.RunAsync(Orchestrator.SyncAccountAsync(Account));

    public Task<IngestionResult> CompleteAsync(TimeSpan? longestWait = null) => Time.RunAsync(Orchestrator.CompleteReportsAsync(null, longestWait));

    public async Task<IReadOnlyList<PerformanceRecord>> RecordsAsync(Dataset? dataset = null) =>
        (await Storage.Reader.ListPerformanceAsync(new PerformanceQuery(Account, (dataset ?? Datasets.SpCampaign).Id), new PageRequest(1000))).Items;

    public async Task<ReportJob> JobAsync() => (await Storage.Jobs.ListOpenAsync()).Single();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
        LogScan.Check(Logs, Simulator);
    }
}
