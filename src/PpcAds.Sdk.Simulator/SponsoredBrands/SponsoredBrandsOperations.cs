using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

/// <summary>Sponsored Brands v4, and v3 for keywords and targets.</summary>
internal static class SponsoredBrandsOperations
{
    public static IEnumerable<Endpoint> All(SimulatorQuirks quirks) =>
    [
        Version4("campaigns", BrandCampaignsEndpoint.MediaType, new BrandCampaignsEndpoint(quirks)),
        Version4("adGroups", BrandAdGroupsEndpoint.MediaType, new BrandAdGroupsEndpoint(quirks)),
        Version4("ads", BrandAdsEndpoint.MediaType, new BrandAdsEndpoint(quirks)),
        Index("keywords", "sbkeyword", new BrandKeywordsEndpoint(quirks, isNegative: false)),
        Index("negativeKeywords", "sbnegativekeyword", new BrandKeywordsEndpoint(quirks, isNegative: true)),
        Version3("targets", "sblisttargetsresponse.v3.2", new BrandTargetsEndpoint(quirks, isNegative: false)),
        Version3("negativeTargets", "sblistnegativetargetsresponse.v3.2", new BrandTargetsEndpoint(quirks, isNegative: true)),
        Themes(new BrandThemesEndpoint(quirks)),
    ];

    private static Endpoint Version4(string entities, string mediaType, ListEndpoint endpoint) => new(
        new Operation($"sb.{entities}.list", "POST", $"/sb/v4/{entities}/list", OperationGroup.SponsoredBrands, mediaType, mediaType),
        scoped => endpoint.List(scoped.Call, scoped.Profile, scoped.Today, mediaType));

    private static Endpoint Index(string entities, string answer, BrandKeywordsEndpoint endpoint) => new(
        new Operation($"sb.{entities}.list", "GET", $"/sb/{entities}", OperationGroup.SponsoredBrandsTargeting, null, $"application/vnd.{answer}.v3.2+json"),
        endpoint.List);

    private static Endpoint Version3(string entities, string answer, ListEndpoint endpoint) => new(
        new Operation(
            $"sb.{entities}.list", "POST", $"/sb/{entities}/list", OperationGroup.SponsoredBrandsTargeting, Answer.Json, $"application/vnd.{answer}+json"),
        scoped => endpoint.List(scoped.Call, scoped.Profile, scoped.Today, scoped.Operation.Accept));

    private static Endpoint Themes(BrandThemesEndpoint endpoint)
    {
        Endpoint list = Version3("themes", "sbthemeslistresponse.v3", endpoint);
        return list with { Serve = scoped => scoped.Profile.IsAuthor ? BrandThemesEndpoint.RefuseAuthor() : list.Serve(scoped) };
    }
}
