using PpcAds.Sdk.SponsoredDisplay;

namespace PpcAds.Sdk.Etl.SponsoredDisplay;

/// <summary>The entities of Sponsored Display v3.</summary>
internal static class SponsoredDisplayEntities
{
    /// <summary>The type of every ad.</summary>
    public const string AdType = "PRODUCT_AD";

    public static IReadOnlyList<EntityType> All { get; } =
    [
        new ListedEntityType<SdCampaign, CampaignRecord>(
            "sd.campaigns", AdProducts.SponsoredDisplay, profile => profile.SponsoredDisplay.ListCampaignsAsync(), ToRecord),
        new ListedEntityType<SdAdGroup, AdGroupRecord>(
            "sd.ad_groups", AdProducts.SponsoredDisplay, profile => profile.SponsoredDisplay.ListAdGroupsAsync(), ToRecord),
        new ListedEntityType<SdTargetingClause, TargetRecord>(
            "sd.targets", AdProducts.SponsoredDisplay, profile => profile.SponsoredDisplay.ListTargetsAsync(), ToRecord),
        new ListedEntityType<SdProductAd, AdRecord>(
            "sd.ads", AdProducts.SponsoredDisplay, profile => profile.SponsoredDisplay.ListProductAdsAsync(), ToRecord),
        new ListedEntityType<SdNegativeTargetingClause, NegativeTargetRecord>(
            "sd.negative_targets",
            AdProducts.SponsoredDisplay,
            profile => profile.SponsoredDisplay.ListNegativeTargetsAsync(),
            ToRecord),
    ];

    private static CampaignRecord ToRecord(SdCampaign campaign) => new()
    {
        CampaignId = campaign.CampaignId,
        AdProduct = AdProducts.SponsoredDisplay,
        PortfolioId = campaign.PortfolioId,
        Name = campaign.Name,
        State = campaign.State?.Value.OrNull(),
        TargetingType = campaign.Tactic?.Value.OrNull(),
        StartDate = campaign.StartDate,
        EndDate = campaign.EndDate,
        Budget = campaign.Budget,
        BudgetType = campaign.BudgetType?.Value.OrNull(),
        CostType = campaign.CostType?.Value.OrNull(),
    };

    private static AdGroupRecord ToRecord(SdAdGroup adGroup) => new()
    {
        AdGroupId = adGroup.AdGroupId,
        AdProduct = AdProducts.SponsoredDisplay,
        CampaignId = adGroup.CampaignId.OrNull(),
        Name = adGroup.Name,
        State = adGroup.State?.Value.OrNull(),
        DefaultBid = adGroup.DefaultBid,
    };

    private static TargetRecord ToRecord(SdTargetingClause target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredDisplay,
        CampaignId = target.CampaignId.OrNull(),
        AdGroupId = target.AdGroupId.OrNull(),
        TargetKind = TargetingText.KindOf(target.Expression),
        ExpressionType = target.ExpressionType?.Value.OrNull(),
        Expression = TargetingText.ToJson(target.Expression),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpression),
        State = target.State?.Value.OrNull(),
        Bid = target.Bid,
    };

    private static AdRecord ToRecord(SdProductAd ad) => new()
    {
        AdId = ad.AdId,
        AdProduct = AdProducts.SponsoredDisplay,
        CampaignId = ad.CampaignId.OrNull(),
        AdGroupId = ad.AdGroupId.OrNull(),
        Name = ad.AdName,
        State = ad.State?.Value.OrNull(),
        AdType = AdType,
        Asin = ad.Asin,
        Sku = ad.Sku,
        LandingPageUrl = ad.LandingPageUrl,
    };

    private static NegativeTargetRecord ToRecord(SdNegativeTargetingClause target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredDisplay,
        CampaignId = target.CampaignId.OrNull(),
        AdGroupId = target.AdGroupId.OrNull(),
        Expression = TargetingText.ToJson(target.Expression),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpression),
        State = target.State?.Value.OrNull(),
    };
}
