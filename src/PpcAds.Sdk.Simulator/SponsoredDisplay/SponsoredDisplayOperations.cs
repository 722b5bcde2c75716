using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

/// <summary>Sponsored Display v3.</summary>
internal static class SponsoredDisplayOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks) => [];
}
