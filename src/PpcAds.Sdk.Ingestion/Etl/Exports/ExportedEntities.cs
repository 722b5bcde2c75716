using System.Text.Json;
using PpcAds.Sdk.Etl.SponsoredDisplay;
using PpcAds.Sdk.Exports;

namespace PpcAds.Sdk.Etl.Exports;

/// <summary>The entities of exports v1: fewer calls than lists, and fewer attributes.</summary>
internal static class ExportedEntities
{
    /// <summary>The exports, parents before children.</summary>
    public static IReadOnlyList<EntityType> All { get; } =
    [
        new ExportedEntityType<ExportedCampaign>(
            "export.campaigns",
            CampaignRecord.Table,
            (profile, token) => profile.Exports.ExportCampaignRowsAsync(null, token),
            ToRecord),
        new ExportedEntityType<ExportedAdGroup>(
            "export.ad_groups",
            AdGroupRecord.Table,
            (profile, token) => profile.Exports.ExportAdGroupRowsAsync(null, token),
            ToRecord),
        new ExportedEntityType<ExportedTarget>(
            "export.targets",
            TargetRecord.Table,
            (profile, token) => profile.Exports.ExportTargetRowsAsync(null, token),
            ToRecord),
        new ExportedEntityType<ExportedAd>(
            "export.ads", AdRecord.Table, (profile, token) => profile.Exports.ExportAdRowsAsync(null, token), ToRecord),
    ];

    /// <summary>Whether exports have the entities of a list.</summary>
    public static bool Replace(EntityType listed) => listed.Table != PortfolioRecord.Table;

    private static CampaignRecord? ToRecord(ExportedCampaign campaign, EntityParents parents) =>
        campaign.AdProduct is not { } product ? null : new CampaignRecord
        {
            CampaignId = campaign.CampaignId,
            AdProduct = product.Value,
            PortfolioId = campaign.PortfolioId,
            Name = campaign.Name,
            State = campaign.State?.Value,
            TargetingType = product == AdProduct.SponsoredBrands ? null : campaign.TargetingSettings,
            StartDate = campaign.StartDate,
            EndDate = campaign.EndDate,
            Budget = campaign.BudgetCaps?.BudgetValue?.MonetaryBudget?.Amount,
            BudgetType = campaign.BudgetCaps?.RecurrenceTimePeriod,

            // The list of Sponsored Products does not say it: the column must not come and go with the source.
            CostType = product == AdProduct.SponsoredProducts ? null : campaign.CostType,
        };

    private static AdGroupRecord? ToRecord(ExportedAdGroup adGroup, EntityParents parents)
    {
        if (adGroup.AdProduct is not { } product)
        {
            return null;
        }

        if (adGroup.CampaignId.OrNull() is { } campaignId)
        {
            parents.Add(product.Value, adGroup.AdGroupId, campaignId);
        }

        return new AdGroupRecord
        {
            AdGroupId = adGroup.AdGroupId,
            AdProduct = product.Value,
            CampaignId = adGroup.CampaignId.OrNull(),
            Name = adGroup.Name,
            State = adGroup.State?.Value,
            DefaultBid = adGroup.Bid?.DefaultBid,
        };
    }

    private static IEntityRecord? ToRecord(ExportedTarget target, EntityParents parents)
    {
        if (target.AdProduct is not { } product)
        {
            return null;
        }

        CampaignId? campaignId = target.CampaignId ?? parents.CampaignOf(product.Value, target.AdGroupId);
        return (target.TargetType == ExportedTargetType.Keyword, target.Negative == true) switch
        {
            (true, false) => new KeywordRecord
            {
                KeywordId = new KeywordId(target.TargetId.Value),
                AdProduct = product.Value,
                CampaignId = campaignId,
                AdGroupId = target.AdGroupId,
                KeywordText = target.TargetDetails?.Keyword,
                MatchType = target.TargetDetails?.MatchType,
                State = target.State?.Value,
                Bid = target.Bid?.Bid,
            },
            (true, true) => new NegativeKeywordRecord
            {
                KeywordId = new KeywordId(target.TargetId.Value),
                AdProduct = product.Value,
                CampaignId = campaignId,
                AdGroupId = target.AdGroupId,
                KeywordText = target.TargetDetails?.Keyword,
                MatchType = Negative(target.TargetDetails?.MatchType),
                State = target.State?.Value,
            },
            (false, true) => new NegativeTargetRecord
            {
                TargetId = target.TargetId,
                AdProduct = product.Value,
                CampaignId = campaignId,
                AdGroupId = target.AdGroupId,
                State = target.State?.Value,
            },
            _ => new TargetRecord
            {
                TargetId = target.TargetId,
                AdProduct = product.Value,
                CampaignId = campaignId,
                AdGroupId = target.AdGroupId,
                TargetKind = KindOf(target.TargetType, product),
                State = target.State?.Value,
                Bid = target.Bid?.Bid,
            },
        };
    }

    private static AdRecord? ToRecord(ExportedAd ad, EntityParents parents) =>
        ad.AdProduct is not { } product ? null : new AdRecord
        {
            AdId = ad.AdId,
            AdProduct = product.Value,
            CampaignId = parents.CampaignOf(product.Value, ad.AdGroupId),
            AdGroupId = ad.AdGroupId,
            Name = ad.Name,
            State = ad.State?.Value,
            AdType = AdTypeOf(ad, product),
        };

    /// <summary>
    /// The type by the name that lists have for it. The list of Sponsored Display does not say which creative is shown; that of
    /// Sponsored Brands distinguishes videos that lead to a store from those that lead to a product.
    /// </summary>
    private static string? AdTypeOf(ExportedAd ad, AdProduct product) =>
        product == AdProduct.SponsoredDisplay ? SponsoredDisplayEntities.AdType
        : product == AdProduct.SponsoredBrands && ad.AdType == "VIDEO" && LeadsToStore(ad.Creative) ? "BRAND_VIDEO"
        : ad.AdType;

    private static bool LeadsToStore(ExportedCreative? creative) =>
        creative?.LandingPage is { ValueKind: JsonValueKind.Object } page
        && page.TryGetProperty("landingPageType", out JsonElement type)
        && type.ValueKind == JsonValueKind.String
        && type.ValueEquals("STORE");

    private static string? KindOf(ExportedTargetType? type, AdProduct product) => type?.Value switch
    {
        // Amazon Ads common models: themes of Sponsored Brands are automatic targets.
        "AUTO" when product == AdProduct.SponsoredBrands => "theme",
        "AUTO" => "auto",
        "THEME" => "theme",
        "AUDIENCE" or "PRODUCT_AUDIENCE" or "PRODUCT_CATEGORY_AUDIENCE" => "audience",
        "PRODUCT" or "PRODUCT_CATEGORY" => "product",
        _ => null,
    };

    /// <summary>Lists say <c>NEGATIVE_EXACT</c>; that a target is negative stands apart in an export.</summary>
    private static string? Negative(string? matchType) =>
        matchType is null || matchType.StartsWith("NEGATIVE_", StringComparison.Ordinal) ? matchType : $"NEGATIVE_{matchType}";
}
