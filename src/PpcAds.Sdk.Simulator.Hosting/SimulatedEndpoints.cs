using Microsoft.Extensions.Options;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Simulator.Hosting;

/// <summary>Sets the simulator's addresses, after everything that the host sets.</summary>
internal sealed class SimulatedEndpoints(AmazonAdsSimulator simulator) : IPostConfigureOptions<PpcAdsOptions>
{
    private static readonly TimeSpan DefaultPollDelay = new AmazonAdsClientOptions().ReportPollMinDelay;
    private static readonly TimeSpan PollDelay = TimeSpan.FromMilliseconds(250);

    public void PostConfigure(string? name, PpcAdsOptions options)
    {
        options.Client.Endpoints = new AmazonAdsEndpoints
        {
            NorthAmerica = simulator.GetEndpoint(SimulatorRegion.NA),
            Europe = simulator.GetEndpoint(SimulatorRegion.EU),
            FarEast = simulator.GetEndpoint(SimulatorRegion.FE),
            Token = simulator.TokenEndpoint,
            NorthAmericaConsent = simulator.GetConsentEndpoint(SimulatorRegion.NA),
            EuropeConsent = simulator.GetConsentEndpoint(SimulatorRegion.EU),
            FarEastConsent = simulator.GetConsentEndpoint(SimulatorRegion.FE),
        };
        options.Application ??= new LwaApplication { ClientId = simulator.ClientId, ClientSecret = simulator.ClientSecret };
        if (options.Client.ReportPollMinDelay == DefaultPollDelay)
        {
            // Reports take a second here, and minutes at Amazon.
            options.Client.ReportPollMinDelay = PollDelay;
        }
    }
}
