using PpcAds.Sdk;
using PpcAds.Sdk.Simulator;

namespace AspNetHost.Amazon;

/// <summary>A simulator in this process, in today's time, so that the service works without an account at Amazon.</summary>
internal sealed class SimulatedAmazonAds : IAsyncDisposable
{
    private readonly AmazonAdsSimulator _simulator;

    private SimulatedAmazonAds(AmazonAdsSimulator simulator) => _simulator = simulator;

    public static async Task<SimulatedAmazonAds> StartAsync() => new(await AmazonAdsSimulator.StartAsync(new SimulatorOptions
    {
        AsOf = TimeProvider.System.GetUtcNow(),
        Campaigns = 5,
        BrandCampaigns = 2,
        DisplayCampaigns = 2,
        ControlSurface = true,
        ReportGenerationTime = TimeSpan.FromSeconds(1),
    }));

    public void Configure(PpcAdsOptions options)
    {
        options.Client.Endpoints = new AmazonAdsEndpoints
        {
            NorthAmerica = _simulator.GetEndpoint(SimulatorRegion.NA),
            Europe = _simulator.GetEndpoint(SimulatorRegion.EU),
            FarEast = _simulator.GetEndpoint(SimulatorRegion.FE),
            Token = _simulator.TokenEndpoint,
        };

        // The simulator makes a report in a second, and two weeks are enough for a demo.
        options.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(300);
        options.Ingestion.WorkerDelay = TimeSpan.FromSeconds(1);
        options.Ingestion.BackfillDays = 14;
    }

    public SimulatorDescription Describe() => new(
        _simulator.BaseAddress.AbsoluteUri.TrimEnd('/'), _simulator.ClientId, _simulator.ClientSecret, _simulator.RefreshToken);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}
