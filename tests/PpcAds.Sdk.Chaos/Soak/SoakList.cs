namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>A list of entities as this check knows it: how it is read, and what of it must be stored. Typed here by hand.</summary>
/// <param name="Type">The step that syncs it.</param>
/// <param name="Table">The table that keeps it.</param>
/// <param name="Path">Where it is, under the region's host.</param>
/// <param name="Array">The array in its answer; <see langword="null"/> if the answer is one, and is read with GET.</param>
/// <param name="MediaType">What is sent and accepted.</param>
/// <param name="Members">The members that must be stored: as many as <see cref="SoakTable.Columns"/>, an empty one where the list has none.</param>
internal sealed record SoakList(string Type, SoakTable Table, string Path, string? Array, string MediaType, string[] Members)
{
    private const string Json = "application/json";

    /// <summary>What is sent, where it is another type than what is accepted.</summary>
    public string? Sent { get; init; }

    /// <summary>What is sent beside the token of the page, in JSON.</summary>
    public string? Filter { get; init; }

    public bool IsOfProducts => Type.StartsWith("sp.", StringComparison.Ordinal);

    public static IReadOnlyList<SoakList> All { get; } =
    [
        Vendor("portfolios", SoakTable.Portfolios, "portfolios/list", "portfolios", "spPortfolio.v3", ["portfolioId", "name", "state"]),

        Sp("sp.campaigns", SoakTable.Campaigns, "campaigns", "campaigns", "Campaign", ["campaignId", "portfolioId", "name", "state"]),
        Sp("sp.ad_groups", SoakTable.AdGroups, "adGroups", "adGroups", "AdGroup", ["adGroupId", "campaignId", "name", "state"]),
        Sp("sp.keywords", SoakTable.Keywords, "keywords", "keywords", "Keyword", ["keywordId", "campaignId", "adGroupId", "keywordText", "matchType", "state"]),
        Sp("sp.targets", SoakTable.Targets, "targets", "targetingClauses", "TargetingClause", ["targetId", "campaignId", "adGroupId", "state"]),
        Sp("sp.ads", SoakTable.Ads, "productAds", "productAds", "ProductAd", ["adId", "campaignId", "adGroupId", "", "state"]),
        Sp("sp.negative_keywords", SoakTable.NegativeKeywords, "negativeKeywords", "negativeKeywords", "NegativeKeyword", ["keywordId", "campaignId", "adGroupId", "keywordText", "state"]),
        Sp("sp.negative_targets", SoakTable.NegativeTargets, "negativeTargets", "negativeTargetingClauses", "NegativeTargetingClause", ["targetId", "campaignId", "adGroupId", "state"]),
        Sp("sp.campaign_negative_keywords", SoakTable.NegativeKeywords, "campaignNegativeKeywords", "campaignNegativeKeywords", "CampaignNegativeKeyword", ["keywordId", "campaignId", "", "keywordText", "state"]),
        Sp("sp.campaign_negative_targets", SoakTable.NegativeTargets, "campaignNegativeTargets", "campaignNegativeTargetingClauses", "CampaignNegativeTargetingClause", ["targetId", "campaignId", "", "state"]),

        Vendor("sb.campaigns", SoakTable.Campaigns, "sb/v4/campaigns/list", "campaigns", "sbcampaignresource.v4", ["campaignId", "portfolioId", "name", "state"]),
        Vendor("sb.ad_groups", SoakTable.AdGroups, "sb/v4/adGroups/list", "adGroups", "sbadgroupresource.v4", ["adGroupId", "campaignId", "name", "state"]),
        Vendor("sb.ads", SoakTable.Ads, "sb/v4/ads/list", "ads", "sbadresource.v4", ["adId", "campaignId", "adGroupId", "name", "state"]),
        Get("sb.keywords", SoakTable.Keywords, "sb/keywords?stateFilter=enabled,paused,archived", "application/vnd.sbkeyword.v3.2+json", ["keywordId", "campaignId", "adGroupId", "keywordText", "matchType", "state"]),
        Get("sb.negative_keywords", SoakTable.NegativeKeywords, "sb/negativeKeywords?stateFilter=enabled,paused,archived", "application/vnd.sbnegativekeyword.v3.2+json", ["keywordId", "campaignId", "adGroupId", "keywordText", "state"]),
        Vendor("sb.targets", SoakTable.Targets, "sb/targets/list", "targets", "sblisttargetsresponse.v3.2", ["targetId", "campaignId", "adGroupId", "state"]) with { Sent = Json },
        Vendor("sb.negative_targets", SoakTable.NegativeTargets, "sb/negativeTargets/list", "negativeTargets", "sblistnegativetargetsresponse.v3.2", ["targetId", "campaignId", "adGroupId", "state"]) with { Sent = Json },
        Vendor("sb.themes", SoakTable.Targets, "sb/themes/list", "themes", "sbthemeslistresponse.v3", ["themeId", "campaignId", "adGroupId", "state"]) with
        {
            Sent = Json,
            Filter = """ "stateFilter":{"include":["enabled","paused","archived"]} """,
        },

        Get("sd.campaigns", SoakTable.Campaigns, "sd/campaigns", Json, ["campaignId", "portfolioId", "name", "state"]),
        Get("sd.ad_groups", SoakTable.AdGroups, "sd/adGroups", Json, ["adGroupId", "campaignId", "name", "state"]),
        Get("sd.ads", SoakTable.Ads, "sd/productAds", Json, ["adId", "campaignId", "adGroupId", "adName", "state"]),
        Get("sd.targets", SoakTable.Targets, "sd/targets", Json, ["targetId", "campaignId", "adGroupId", "state"]),
        Get("sd.negative_targets", SoakTable.NegativeTargets, "sd/negativeTargets", Json, ["targetId", "campaignId", "adGroupId", "state"]),
    ];

    private static SoakList Vendor(string type, SoakTable table, string path, string array, string mediaType, string[] members) =>
        new(type, table, path, array, $"application/vnd.{mediaType}+json", members);

    private static SoakList Sp(string type, SoakTable table, string path, string array, string name, string[] members) =>
        Vendor(type, table, $"sp/{path}/list", array, $"sp{name}.v3", members);

    private static SoakList Get(string type, SoakTable table, string path, string mediaType, string[] members) =>
        new(type, table, path, null, mediaType, members);
}
