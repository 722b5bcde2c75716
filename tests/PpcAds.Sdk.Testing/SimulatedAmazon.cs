using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Testing;

/// <summary>A simulator and a client that speaks to it over real HTTP, both in the same fake time.</summary>
public sealed class SimulatedAmazon : IAsyncDisposable
{
    private SimulatedAmazon(AmazonAdsSimulator simulator, SteppingTimeProvider time)
    {
        Simulator = simulator;
        Time = time;
    }

    public AmazonAdsSimulator Simulator { get; }

    public SteppingTimeProvider Time { get; }

    public required LogCapture Logs { get; init; }

    public required AmazonAdsClient Client { get; init; }

    public LwaCredentials Credentials => new(Simulator.ClientId, Simulator.ClientSecret, Simulator.RefreshToken);

    public static async Task<SimulatedAmazon> StartAsync(
        Action<SimulatorOptions>? simulatorOptions = null,
        Action<AmazonAdsClientOptions>? clientOptions = null,
        HttpMessageHandler? handler = null,
        double jitter = 1)
    {
        var time = new SteppingTimeProvider();
        var options = new SimulatorOptions { TimeProvider = time, AsOf = The.Start, ReportGenerationTime = TimeSpan.FromMinutes(8) };
        simulatorOptions?.Invoke(options);
        AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(options);
        var logs = new LogCapture();
        return new SimulatedAmazon(simulator, time)
        {
            Logs = logs,
            Client = new AmazonAdsClient(
                new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken),
                OptionsFor(simulator, clientOptions),
                new AmazonAdsClientServices
                {
                    TimeProvider = time,
                    LoggerFactory = logs,
                    HttpMessageHandler = handler,
                    Random = new FixedRandom(jitter),
                }),
        };
    }

    /// <summary>Options that send everything to the simulator.</summary>
    public static AmazonAdsClientOptions OptionsFor(AmazonAdsSimulator simulator, Action<AmazonAdsClientOptions>? configure = null)
    {
        var options = new AmazonAdsClientOptions
        {
            AttemptTimeout = The.AttemptTimeout,
            TotalTimeout = The.TotalTimeout,
            Endpoints = new AmazonAdsEndpoints
            {
                NorthAmerica = simulator.GetEndpoint(SimulatorRegion.NA),
                Europe = simulator.GetEndpoint(SimulatorRegion.EU),
                FarEast = simulator.GetEndpoint(SimulatorRegion.FE),
                Token = simulator.TokenEndpoint,
                NorthAmericaConsent = simulator.GetConsentEndpoint(SimulatorRegion.NA),
                EuropeConsent = simulator.GetConsentEndpoint(SimulatorRegion.EU),
                FarEastConsent = simulator.GetConsentEndpoint(SimulatorRegion.FE),
            },
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>The first ordinary profile: a seller in the United States.</summary>
    public async Task<Profile> GetProfileAsync(AmazonAdsRegion region = AmazonAdsRegion.NorthAmerica) =>
        (await Client.GetProfilesAsync(region))[0];

    /// <summary>The operations of that profile.</summary>
    public async Task<ProfileClient> GetProfileClientAsync(AmazonAdsRegion region = AmazonAdsRegion.NorthAmerica) =>
        Client.ForProfile(await GetProfileAsync(region));

    /// <summary>Ends both, after a look through every log line: no test may leave a secret there.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
        LogScan.Check(Logs, Simulator);
    }
}
