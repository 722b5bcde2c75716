using PpcAds.Sdk;
using PpcAds.Sdk.Simulator;

namespace AspNetHost.Amazon;

/// <summary>A simulator in this process, so that the service works without an account at Amazon.</summary>
internal static class SimulatedAmazonAds
{
    public static void Configure(SimulatorOptions options)
    {
        options.Campaigns = 5;
        options.BrandCampaigns = 2;
        options.DisplayCampaigns = 2;
        options.ControlSurface = true;
    }

    public static void Configure(PpcAdsOptions options)
    {
        // Two weeks are enough for a demo.
        options.Ingestion.WorkerDelay = TimeSpan.FromSeconds(1);
        options.Ingestion.BackfillDays = 14;
    }

    public static SimulatorDescription Describe(AmazonAdsSimulator simulator) => new(
        simulator.BaseAddress.AbsoluteUri.TrimEnd('/'), simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken);
}
