using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;

namespace QuickStart.Source;

/// <summary>A simulator in this process.</summary>
internal sealed class SimulatedSource : ISource
{
    private readonly Settings _settings;

    private SimulatedSource(Settings settings, AmazonAdsSimulator simulator)
    {
        _settings = settings;
        Simulator = simulator;
        Time = new ShiftedTime(simulator.Clock.GetUtcNow);
    }

    public AmazonAdsSimulator Simulator { get; }

    public string Name => $"Simulator, seed {_settings.Seed}, {_settings.Profiles} x {_settings.Campaigns} campaigns{(_settings.Chaos ? ", chaos" : "")}";

    public LwaCredentials Credentials => new(Simulator.ClientId, Simulator.ClientSecret, Simulator.RefreshToken);

    public TimeProvider Time { get; }

    public static async Task<SimulatedSource> StartAsync(Settings settings, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        new(settings, await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions
            {
                Seed = settings.Seed,
                Profiles = settings.Chaos ? settings.Profiles + 1 : settings.Profiles,
                Campaigns = settings.Campaigns,
                AgencyProfiles = settings.Chaos ? 1 : 0,
                ViewOnlyProfiles = settings.Chaos ? 1 : 0,
                AsOf = asOf,

                // With chaos, long enough for a report whose answer was lost to be under way when it is requested again.
                ReportGenerationTime = TimeSpan.FromSeconds(settings.Chaos ? 5 : 1),
            },
            cancellationToken));

    public void Configure(PpcAdsOptions options)
    {
        options.Client.Endpoints = new AmazonAdsEndpoints
        {
            NorthAmerica = Simulator.GetEndpoint(SimulatorRegion.NA),
            Europe = Simulator.GetEndpoint(SimulatorRegion.EU),
            FarEast = Simulator.GetEndpoint(SimulatorRegion.FE),
            Token = Simulator.TokenEndpoint,
        };

        // The simulator makes reports in a second, and forgives what Amazon would not.
        options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(300);
        options.Client.RetryBaseDelay = TimeSpan.FromMilliseconds(200);
        options.Ingestion.RetryBaseDelay = TimeSpan.FromMilliseconds(500);
        options.Ingestion.LeaseDuration = TimeSpan.FromSeconds(5);
    }

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
