using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>Sponsored Products v3.</summary>
internal static class SponsoredProductsOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks) =>
    [
        List("campaigns", CampaignsEndpoint.MediaType, new CampaignsEndpoint(quirks)),
        List("adGroups", AdGroupsEndpoint.MediaType, new AdGroupsEndpoint(quirks)),
        List("keywords", KeywordsEndpoint.MediaType, new KeywordsEndpoint(quirks), isForEditors: true),
        List("targets", TargetsEndpoint.MediaType, new TargetsEndpoint(quirks), isForEditors: true),
        List("productAds", ProductAdsEndpoint.MediaType, new ProductAdsEndpoint(quirks)),
        List(
            "negativeKeywords",
            MediaType("NegativeKeyword"),
            new NegativesEndpoint(quirks, ofCampaigns: false, areKeywords: true)),
        List(
            "negativeTargets",
            MediaType("NegativeTargetingClause"),
            new NegativesEndpoint(quirks, ofCampaigns: false, areKeywords: false)),
        List(
            "campaignNegativeKeywords",
            MediaType("CampaignNegativeKeyword"),
            new NegativesEndpoint(quirks, ofCampaigns: true, areKeywords: true)),
        List(
            "campaignNegativeTargets",
            MediaType("CampaignNegativeTargetingClause"),
            new NegativesEndpoint(quirks, ofCampaigns: true, areKeywords: false)),
    ];

    private static string MediaType(string name) => $"application/vnd.sp{name}.v3+json";

    private static Endpoint List(string entities, string mediaType, ListEndpoint endpoint, bool isForEditors = false) => new(
        new Operation(
            $"sp.{entities}.list",
            "POST",
            $"/sp/{entities}/list",
            OperationGroup.SponsoredProducts,
            mediaType,
            mediaType,
            IsForEditors: isForEditors),
        endpoint.List);
}
