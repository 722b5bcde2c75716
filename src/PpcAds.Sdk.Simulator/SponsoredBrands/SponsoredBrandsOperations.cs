using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>Sponsored Brands v4, and v3 for keywords and targets.</summary>
internal static class SponsoredBrandsOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks) => [];
}
