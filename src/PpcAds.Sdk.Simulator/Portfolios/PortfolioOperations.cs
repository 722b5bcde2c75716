using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Portfolios;

/// <summary>Portfolios v3.</summary>
internal static class PortfolioOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks)
    {
        var portfolios = new PortfoliosEndpoint(quirks);
        yield return new Endpoint(
            new Operation(
                "portfolios.list",
                "POST",
                "/portfolios/list",
                OperationGroup.Portfolios,
                PortfoliosEndpoint.MediaType,
                PortfoliosEndpoint.MediaType),
            portfolios.List);
    }
}
