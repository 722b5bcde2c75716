using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

/// <summary>Sponsored Display v3.</summary>
internal static class SponsoredDisplayOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks) =>
    [
        .. Both("campaigns", new DisplayCampaignsEndpoint(quirks)),
        .. Both("adGroups", new DisplayAdGroupsEndpoint(quirks)),
        .. Both("productAds", new DisplayProductAdsEndpoint(quirks)),
        .. Both("targets", new DisplayTargetsEndpoint(quirks, isNegative: false)),
        .. Both("negativeTargets", new DisplayTargetsEndpoint(quirks, isNegative: true)),
    ];

    private static IEnumerable<Endpoint> Both(string entities, DisplayListEndpoint endpoint) =>
    [
        new Endpoint(Operation($"sd.{entities}.list", $"/sd/{entities}"), scoped => endpoint.List(scoped, extended: false)),
        new Endpoint(
            Operation($"sd.{entities}.listExtended", $"/sd/{entities}/extended"),
            scoped => endpoint.List(scoped, extended: true)),
    ];

    private static Operation Operation(string name, string path) =>
        new(name, "GET", path, OperationGroup.SponsoredDisplay, null, Answer.Json);
}
