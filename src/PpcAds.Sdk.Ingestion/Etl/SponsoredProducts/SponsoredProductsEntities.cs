using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>The entities of Sponsored Products v3.</summary>
internal static class SponsoredProductsEntities
{
    public static IReadOnlyList<EntityType> All { get; } =
    [
        new ListedEntityType<SpCampaign, CampaignRecord>(
            "sp.campaigns",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListCampaignsAsync(),
            CampaignRecord.From),
        new ListedEntityType<SpAdGroup, AdGroupRecord>(
            "sp.ad_groups",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListAdGroupsAsync(),
            AdGroupRecord.From),
        new ListedEntityType<SpKeyword, KeywordRecord>(
            "sp.keywords",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListKeywordsAsync(),
            KeywordRecord.From),
        new ListedEntityType<SpTargetingClause, TargetRecord>(
            "sp.targets", AdProducts.SponsoredProducts, profile => profile.SponsoredProducts.ListTargetsAsync(), ToRecord),
        new ListedEntityType<SpProductAd, AdRecord>(
            "sp.ads", AdProducts.SponsoredProducts, profile => profile.SponsoredProducts.ListProductAdsAsync(), ToRecord),
        new ListedEntityType<SpNegativeKeyword, NegativeKeywordRecord>(
            "sp.negative_keywords",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListNegativeKeywordsAsync(),
            ToRecord),
        new ListedEntityType<SpNegativeTargetingClause, NegativeTargetRecord>(
            "sp.negative_targets",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListNegativeTargetsAsync(),
            ToRecord),
        new ListedEntityType<SpCampaignNegativeKeyword, NegativeKeywordRecord>(
            "sp.campaign_negative_keywords",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListCampaignNegativeKeywordsAsync(),
            ToRecord),
        new ListedEntityType<SpCampaignNegativeTargetingClause, NegativeTargetRecord>(
            "sp.campaign_negative_targets",
            AdProducts.SponsoredProducts,
            profile => profile.SponsoredProducts.ListCampaignNegativeTargetsAsync(),
            ToRecord),
    ];

    private static TargetRecord ToRecord(SpTargetingClause target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredProducts,
        CampaignId = target.CampaignId.OrNull(),
        AdGroupId = target.AdGroupId.OrNull(),
        TargetKind = TargetingText.KindOf(target.Expression),
        ExpressionType = target.ExpressionType.Value.OrNull(),
        Expression = TargetingText.ToJson(target.Expression),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpression),
        State = target.State.Value.OrNull(),
        Bid = target.Bid,
    };

    private static AdRecord ToRecord(SpProductAd ad) => new()
    {
        AdId = ad.AdId,
        AdProduct = AdProducts.SponsoredProducts,
        CampaignId = ad.CampaignId.OrNull(),
        AdGroupId = ad.AdGroupId.OrNull(),
        State = ad.State.Value.OrNull(),
        AdType = "PRODUCT_AD",
        Asin = ad.Asin,
        Sku = ad.Sku,
    };

    private static NegativeKeywordRecord ToRecord(SpNegativeKeyword keyword) => new()
    {
        KeywordId = keyword.KeywordId,
        AdProduct = AdProducts.SponsoredProducts,
        CampaignId = keyword.CampaignId.OrNull(),
        AdGroupId = keyword.AdGroupId.OrNull(),
        KeywordText = keyword.KeywordText,
        MatchType = keyword.MatchType.Value.OrNull(),
        State = keyword.State.Value.OrNull(),
    };

    private static NegativeKeywordRecord ToRecord(SpCampaignNegativeKeyword keyword) => new()
    {
        KeywordId = keyword.KeywordId,
        AdProduct = AdProducts.SponsoredProducts,
        CampaignId = keyword.CampaignId.OrNull(),
        KeywordText = keyword.KeywordText,
        MatchType = keyword.MatchType.Value.OrNull(),
        State = keyword.State.Value.OrNull(),
    };

    private static NegativeTargetRecord ToRecord(SpNegativeTargetingClause target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredProducts,
        CampaignId = target.CampaignId.OrNull(),
        AdGroupId = target.AdGroupId.OrNull(),
        Expression = TargetingText.ToJson(target.Expression),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpression),
        State = target.State.Value.OrNull(),
    };

    private static NegativeTargetRecord ToRecord(SpCampaignNegativeTargetingClause target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredProducts,
        CampaignId = target.CampaignId.OrNull(),
        Expression = TargetingText.ToJson(target.Expression),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpression),
        State = target.State.Value.OrNull(),
    };
}
