using PpcAds.Sdk.SponsoredBrands;

namespace PpcAds.Sdk.Etl.SponsoredBrands;

/// <summary>The entities of Sponsored Brands: version 4, and 3 for keywords and targets.</summary>
internal static class SponsoredBrandsEntities
{
    private const string Author = "KDP_AUTHOR";

    public static IReadOnlyList<EntityType> All { get; } =
    [
        new ListedEntityType<SbCampaign, CampaignRecord>(
            "sb.campaigns", AdProducts.SponsoredBrands, profile => profile.SponsoredBrands.ListCampaignsAsync(), ToRecord),
        new ListedEntityType<SbAdGroup, AdGroupRecord>(
            "sb.ad_groups", AdProducts.SponsoredBrands, profile => profile.SponsoredBrands.ListAdGroupsAsync(), ToRecord),
        new ListedEntityType<SbKeyword, KeywordRecord>(
            "sb.keywords", AdProducts.SponsoredBrands, profile => profile.SponsoredBrands.ListKeywordsAsync(), ToRecord),
        new ListedEntityType<SbTarget, TargetRecord>(
            "sb.targets", AdProducts.SponsoredBrands, profile => profile.SponsoredBrands.ListTargetsAsync(), ToRecord),
        new ListedEntityType<SbTheme, TargetRecord>(
            "sb.themes", AdProducts.SponsoredBrands, profile => profile.SponsoredBrands.ListThemesAsync(), ToRecord)
        {
            SkipReason = profile =>
                profile.SubType == Author ? "It is an author's: Amazon has no theme targets for those." : null,
        },
        new ListedEntityType<SbAd, AdRecord>(
            "sb.ads", AdProducts.SponsoredBrands, profile => profile.SponsoredBrands.ListAdsAsync(), ToRecord),
        new ListedEntityType<SbNegativeKeyword, NegativeKeywordRecord>(
            "sb.negative_keywords",
            AdProducts.SponsoredBrands,
            profile => profile.SponsoredBrands.ListNegativeKeywordsAsync(),
            ToRecord),
        new ListedEntityType<SbNegativeTarget, NegativeTargetRecord>(
            "sb.negative_targets",
            AdProducts.SponsoredBrands,
            profile => profile.SponsoredBrands.ListNegativeTargetsAsync(),
            ToRecord),
    ];

    private static CampaignRecord ToRecord(SbCampaign campaign) => new()
    {
        CampaignId = campaign.CampaignId,
        AdProduct = AdProducts.SponsoredBrands,
        PortfolioId = campaign.PortfolioId,
        Name = campaign.Name,
        State = campaign.State.Value.OrNull(),
        StartDate = campaign.StartDate,
        EndDate = campaign.EndDate,
        Budget = campaign.Budget,
        BudgetType = campaign.BudgetType.Value.OrNull(),
        CostType = campaign.CostType?.Value,
    };

    private static AdGroupRecord ToRecord(SbAdGroup adGroup) => new()
    {
        AdGroupId = adGroup.AdGroupId,
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = adGroup.CampaignId.OrNull(),
        Name = adGroup.Name,
        State = adGroup.State.Value.OrNull(),
    };

    private static KeywordRecord ToRecord(SbKeyword keyword) => new()
    {
        KeywordId = keyword.KeywordId,
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = keyword.CampaignId.OrNull(),
        AdGroupId = keyword.AdGroupId.OrNull(),
        KeywordText = keyword.KeywordText,
        MatchType = keyword.MatchType?.Value,
        State = keyword.State?.Value,
        Bid = keyword.Bid,
    };

    private static TargetRecord ToRecord(SbTarget target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = target.CampaignId.OrNull(),
        AdGroupId = target.AdGroupId.OrNull(),
        TargetKind = TargetingText.KindOf(target.Expressions),
        Expression = TargetingText.ToJson(target.Expressions),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpressions),
        State = target.State?.Value,
        Bid = target.Bid,
    };

    private static TargetRecord ToRecord(SbTheme theme) => new()
    {
        TargetId = new TargetId(theme.ThemeId.Value),
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = theme.CampaignId.OrNull(),
        AdGroupId = theme.AdGroupId.OrNull(),
        TargetKind = "theme",
        Expression = theme.ThemeType is { } type ? TargetingText.ToJson([new TargetingPredicate { Type = type.Value }]) : null,
        State = theme.State?.Value,
        Bid = theme.Bid,
    };

    /// <summary>An ad made with version 3 has no id, so that it cannot be stored.</summary>
    private static AdRecord? ToRecord(SbAd ad) => ad.AdId is not { } adId ? null : new AdRecord
    {
        AdId = adId,
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = ad.CampaignId.OrNull(),
        AdGroupId = ad.AdGroupId.OrNull(),
        Name = ad.Name,
        State = ad.State.Value.OrNull(),
        AdType = ad.Creative?.Type?.Value,
        Asin = ad.Creative?.Asins is [var only] ? only : null,
        LandingPageUrl = ad.LandingPage?.Url,
    };

    private static NegativeKeywordRecord ToRecord(SbNegativeKeyword keyword) => new()
    {
        KeywordId = keyword.KeywordId,
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = keyword.CampaignId.OrNull(),
        AdGroupId = keyword.AdGroupId.OrNull(),
        KeywordText = keyword.KeywordText,
        MatchType = keyword.MatchType?.Value,
        State = keyword.State?.Value,
    };

    private static NegativeTargetRecord ToRecord(SbNegativeTarget target) => new()
    {
        TargetId = target.TargetId,
        AdProduct = AdProducts.SponsoredBrands,
        CampaignId = target.CampaignId.OrNull(),
        AdGroupId = target.AdGroupId.OrNull(),
        Expression = TargetingText.ToJson(target.Expressions),
        ResolvedExpression = TargetingText.ToJson(target.ResolvedExpressions),
        State = target.State?.Value,
    };
}
