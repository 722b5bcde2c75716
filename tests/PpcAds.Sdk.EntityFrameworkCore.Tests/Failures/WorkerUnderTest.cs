using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>One process of a host, as far as the SDK sees: its services, its clock, its place in a load.</summary>
internal sealed class WorkerUnderTest : IAsyncDisposable
{
    private readonly SteppingTimeProvider _time;
    private readonly ServiceProvider _services;
    private readonly AmazonAdsSimulator _simulator;
    private readonly LogCapture _logs = new();

    public WorkerUnderTest(
        AmazonAdsSimulator simulator, SteppingTimeProvider time, InMemoryTokenStore tokens, Action<IPpcAdsBuilder> use, Action<IngestionOptions>? configure)
    {
        _time = time;
        _simulator = simulator;
        Clock = new SkewedTimeProvider(time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<ITokenStore>(tokens).AddLogCapture(_logs);
        use(services.AddScannedPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(simulator);
            options.Client.Regions = [AmazonAdsRegion.NorthAmerica];
            options.Ingestion.UseSmallSync();
            options.Ingestion.LeaseDuration = The.Lease;
            options.Ingestion.BackfillDays = 10;
            configure?.Invoke(options.Ingestion);
        }));
        ServiceDescriptor sink = services.Last(descriptor => descriptor.ServiceType == typeof(IEtlSink));
        services.Replace(ServiceDescriptor.Singleton<IEtlSink>(
            provider => new HookedSink((IEtlSink)ActivatorUtilities.CreateInstance(provider, sink.ImplementationType!))));
        _services = services.BuildServiceProvider();
    }

    public SkewedTimeProvider Clock { get; }

    public IServiceProvider Services => _services;

    public HookedSink Sink => (HookedSink)_services.GetRequiredService<IEtlSink>();

    public IReportJobStore Jobs => _services.GetRequiredService<IReportJobStore>();

    public IPpcAdsReader Reader => _services.GetRequiredService<IPpcAdsReader>();

    public IngestionOrchestrator Orchestrator => _services.GetRequiredService<IngestionOrchestrator>();

    public Task PrepareAsync() => _services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();

    public Task<IngestionResult> SyncAsync(AccountId account) => _time.RunAsync(Orchestrator.SyncAccountAsync(account));

    /// <summary>Polls until nothing is open, or the next wait is longer than that.</summary>
    public Task<IngestionResult> CompleteAsync(TimeSpan? longestWait = null) => _time.RunAsync(Orchestrator.CompleteReportsAsync(null, longestWait));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        LogScan.Check(_logs, _simulator);
    }
}
