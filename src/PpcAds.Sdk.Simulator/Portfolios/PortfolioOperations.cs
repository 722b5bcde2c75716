using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Portfolios;

/// <summary>Portfolios v3.</summary>
internal static class PortfolioOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks) => [];
}
