using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Cases.Tests;

/// <summary>A list of entities: how it is called, what its answers look like, where it is stored.</summary>
internal sealed record ListSource(
    string Id, string Method, string Path, string? Array, string IdMember, string Table, Func<ProfileClient, IAsyncEnumerable<object>> List)
{
    public static IReadOnlyList<ListSource> All { get; } =
    [
        new("sp.campaigns", "POST", "/sp/campaigns/list", "campaigns", "campaignId", "ppc_campaigns", p => p.SponsoredProducts.ListCampaignsAsync()),
        new("sp.ad_groups", "POST", "/sp/adGroups/list", "adGroups", "adGroupId", "ppc_ad_groups", p => p.SponsoredProducts.ListAdGroupsAsync()),
        new("sp.keywords", "POST", "/sp/keywords/list", "keywords", "keywordId", "ppc_keywords", p => p.SponsoredProducts.ListKeywordsAsync()),
        new("sp.targets", "POST", "/sp/targets/list", "targetingClauses", "targetId", "ppc_targets", p => p.SponsoredProducts.ListTargetsAsync()),
        new("sp.ads", "POST", "/sp/productAds/list", "productAds", "adId", "ppc_ads", p => p.SponsoredProducts.ListProductAdsAsync()),
        new("sp.negative_keywords", "POST", "/sp/negativeKeywords/list", "negativeKeywords", "keywordId", "ppc_negative_keywords",
            p => p.SponsoredProducts.ListNegativeKeywordsAsync()),
        new("sp.negative_targets", "POST", "/sp/negativeTargets/list", "negativeTargetingClauses", "targetId", "ppc_negative_targets",
            p => p.SponsoredProducts.ListNegativeTargetsAsync()),
        new("sp.campaign_negative_keywords", "POST", "/sp/campaignNegativeKeywords/list", "campaignNegativeKeywords", "keywordId", "ppc_negative_keywords",
            p => p.SponsoredProducts.ListCampaignNegativeKeywordsAsync()),
        new("sp.campaign_negative_targets", "POST", "/sp/campaignNegativeTargets/list", "campaignNegativeTargetingClauses", "targetId",
            "ppc_negative_targets", p => p.SponsoredProducts.ListCampaignNegativeTargetsAsync()),
        new("sb.campaigns", "POST", "/sb/v4/campaigns/list", "campaigns", "campaignId", "ppc_campaigns", p => p.SponsoredBrands.ListCampaignsAsync()),
        new("sb.ad_groups", "POST", "/sb/v4/adGroups/list", "adGroups", "adGroupId", "ppc_ad_groups", p => p.SponsoredBrands.ListAdGroupsAsync()),
        new("sb.ads", "POST", "/sb/v4/ads/list", "ads", "adId", "ppc_ads", p => p.SponsoredBrands.ListAdsAsync()),
        new("sb.keywords", "GET", "/sb/keywords", null, "keywordId", "ppc_keywords", p => p.SponsoredBrands.ListKeywordsAsync()),
        new("sb.negative_keywords", "GET", "/sb/negativeKeywords", null, "keywordId", "ppc_negative_keywords",
            p => p.SponsoredBrands.ListNegativeKeywordsAsync()),
        new("sb.targets", "POST", "/sb/targets/list", "targets", "targetId", "ppc_targets", p => p.SponsoredBrands.ListTargetsAsync()),
        new("sb.negative_targets", "POST", "/sb/negativeTargets/list", "negativeTargets", "targetId", "ppc_negative_targets",
            p => p.SponsoredBrands.ListNegativeTargetsAsync()),
        new("sb.themes", "POST", "/sb/themes/list", "themes", "themeId", "ppc_targets", p => p.SponsoredBrands.ListThemesAsync()),
        new("sd.campaigns", "GET", "/sd/campaigns", null, "campaignId", "ppc_campaigns", p => p.SponsoredDisplay.ListCampaignsAsync()),
        new("sd.ad_groups", "GET", "/sd/adGroups", null, "adGroupId", "ppc_ad_groups", p => p.SponsoredDisplay.ListAdGroupsAsync()),
        new("sd.targets", "GET", "/sd/targets", null, "targetId", "ppc_targets", p => p.SponsoredDisplay.ListTargetsAsync()),
        new("sd.negative_targets", "GET", "/sd/negativeTargets", null, "targetId", "ppc_negative_targets",
            p => p.SponsoredDisplay.ListNegativeTargetsAsync()),
        new("sd.ads", "GET", "/sd/productAds", null, "adId", "ppc_ads", p => p.SponsoredDisplay.ListProductAdsAsync()),
        new("portfolios", "POST", "/portfolios/list", "portfolios", "portfolioId", "ppc_portfolios", p => p.Portfolios.ListPortfoliosAsync()),
    ];

    /// <summary>The list of campaigns, for cases that say "a list".</summary>
    public static ListSource Campaigns => All[0];

    /// <summary>The ad product of what is stored; none of portfolios.</summary>
    public string? Product => Id[..2] switch { "sp" => "SPONSORED_PRODUCTS", "sb" => "SPONSORED_BRANDS", "sd" => "SPONSORED_DISPLAY", _ => null };

    /// <summary>Another list, which a sync has to go on with.</summary>
    public string Other => Id == "sp.ad_groups" ? "sp.keywords" : "sp.ad_groups";

    /// <summary>The list that a case is about: by its path, by its name, by what its answer looks like.</summary>
    public static ListSource? Find(CaseFile file, JsonNode? answer)
    {
        if (file.Call is { } call)
        {
            return All.FirstOrDefault(list => list.Method == call.Method && list.Path == call.Path);
        }

        return All.FirstOrDefault(list => file.Ids.Contains(list.Id)) ?? FindByShape(answer);
    }

    public bool IsCalledBy(Replay.ReplayRequest request) => request.Method == Method && request.Path == Path;

    /// <summary>Whether a stored entity may come from this list.</summary>
    public bool Stores(Worlds.StoredRow row) => row.Table == Table && (Product is null || row.Text("ad_product") == Product);

    /// <summary>The entities of an answer.</summary>
    public JsonArray Entities(JsonNode? answer) => answer as JsonArray ?? answer?[Array ?? ""] as JsonArray ?? [];

    /// <summary>An answer with these entities.</summary>
    public JsonNode Wrap(params JsonNode?[] entities) => Array is null
        ? new JsonArray(entities)
        : new JsonObject { [Array] = new JsonArray(entities), ["totalResults"] = entities.Length };

    /// <summary>The ids that a store can hold, each once.</summary>
    public IReadOnlyList<long> Ids(JsonNode? answer) =>
        [.. Entities(answer).Select(entity => IdOf(entity as JsonObject)).OfType<long>().Distinct()];

    public long? IdOf(JsonObject? entity) => long.TryParse(entity?[IdMember]?.ToString(), out long id) && id != 0 ? id : null;

    private static ListSource? FindByShape(JsonNode? answer) => answer switch
    {
        JsonObject envelope => All.FirstOrDefault(list => list.Array is { } array && envelope[array] is JsonArray),
        JsonArray { Count: > 0 } array => All.LastOrDefault(list => list.Array is null && (array[0] as JsonObject)?.ContainsKey(list.IdMember) == true),
        _ => null,
    };
}
