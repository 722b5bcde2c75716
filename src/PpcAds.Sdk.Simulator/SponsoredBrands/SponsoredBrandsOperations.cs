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
        Keywords("keywords", "sbkeyword", new BrandKeywordsEndpoint(quirks, isNegative: false)),
        Keywords("negativeKeywords", "sbnegativekeyword", new BrandKeywordsEndpoint(quirks, isNegative: true)),
        Targets("targets", "sblisttargetsresponse", quirks, isNegative: false),
        Targets("negativeTargets", "sblistnegativetargetsresponse", quirks, isNegative: true),
        Themes(new BrandThemesEndpoint(quirks)),
    ];

    private static Endpoint Version4(string entities, string mediaType, ListEndpoint endpoint) => new(
        new Operation(
            $"sb.{entities}.list", "POST", $"/sb/v4/{entities}/list", OperationGroup.SponsoredBrands, mediaType, mediaType)
        {
            TakesPlainJson = true,
            AnswersPlainJson = true,
        },
        endpoint.List);

    private static Endpoint Keywords(string entities, string answer, BrandKeywordsEndpoint endpoint)
    {
        var operation = new Operation(
            $"sb.{entities}.list", "GET", $"/sb/{entities}", OperationGroup.SponsoredBrandsTargeting, null, Newer(answer))
        {
            OtherAnswers = [Older(answer)],
        };
        return new Endpoint(operation, scoped => endpoint.List(scoped, hasBrandVideos: scoped.AnswerType == operation.Accept));
    }

    private static Endpoint Targets(string entities, string answer, SimulatorQuirks quirks, bool isNegative)
    {
        var newer = new BrandTargetsEndpoint(quirks, isNegative, hasBrandVideos: true);
        var older = new BrandTargetsEndpoint(quirks, isNegative, hasBrandVideos: false);
        Operation operation = Post(entities, Newer(answer)) with
        {
            OtherAnswers = [Older(answer)],
            OtherContentTypes = [Older(answer)],
        };
        return new Endpoint(operation, scoped => (scoped.AnswerType == operation.Accept ? newer : older).List(scoped));
    }

    private static Endpoint Themes(BrandThemesEndpoint endpoint) => new(
        Post("themes", Older("sbthemeslistresponse")),
        scoped => scoped.Profile.IsAuthor ? BrandThemesEndpoint.RefuseAuthor() : endpoint.List(scoped));

    private static Operation Post(string entities, string answer) =>
        new($"sb.{entities}.list", "POST", $"/sb/{entities}/list", OperationGroup.SponsoredBrandsTargeting, Answer.Json, answer);

    private static string Newer(string answer) => $"application/vnd.{answer}.v3.2+json";

    /// <summary>
    /// As Amazon's file of 2022 names it. Amazon Ads, Sponsored Brands v3: it leaves out ad groups with brand videos.
    /// </summary>
    private static string Older(string answer) => $"application/vnd.{answer}.v3+json";
}
