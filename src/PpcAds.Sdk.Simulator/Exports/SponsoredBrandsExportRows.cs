using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredBrands;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Sponsored Brands, made from the same entities as the lists.</summary>
internal sealed class SponsoredBrandsExportRows(SimulatedProfile profile, DateOnly day) : ExportRows(profile, day)
{
    private const string AdProduct = "SPONSORED_BRANDS";

    public override IEnumerable<JsonObject> Campaigns() =>
        Profile.BrandCampaigns.Select(campaign => Campaign(campaign, campaign.Brand!));

    public override IEnumerable<JsonObject> AdGroups() => GroupsOf(Profile.BrandCampaigns).Select(AdGroup);

    public override IEnumerable<JsonObject> Targets() => GroupsOf(Profile.BrandCampaigns)
        .SelectMany(adGroup => adGroup.Targets.Select(Target).Concat(adGroup.Negatives.Select(Negative)));

    /// <summary>Ads made with version 3 have no id for a reader, and the common model requires one: they are left out.</summary>
    public override IEnumerable<JsonObject> Ads() => GroupsOf(Profile.BrandCampaigns)
        .SelectMany(adGroup => adGroup.Ads.Where(ad => !ad.Brand!.IsMadeWithVersion3).Select(ad => Ad(adGroup, ad, ad.Brand!)));

    private JsonObject Campaign(SimulatedCampaign campaign, BrandTraits brand)
    {
        var optimization = new JsonObject
        {
            ["goalSettings"] = new JsonObject
            {
                ["goalType"] = brand.Goal,
                ["goalKpi"] = brand.PaysForViews ? "TOP_OF_SEARCH_IMPRESSION_SHARE" : "CLICKS",
            },
        };
        if (campaign.TopOfSearchPercent is { } percent)
        {
            optimization["placementBidAdjustments"] = new JsonArray(
                new JsonObject { ["placement"] = "OTHER", ["percentage"] = percent });
        }
        else
        {
            optimization["bidStrategy"] = "SALES";
        }

        if (campaign.Dice.For("segment").Chance(0.3))
        {
            optimization["shopperSegmentBidAdjustment"] = new JsonArray(new JsonObject
            {
                ["shopperSegment"] = "NEW_TO_BRAND_PURCHASE",
                ["percentage"] = campaign.Dice.For("segment percent").Between(1, 20) * 10,
            });
        }

        JsonObject row = Campaign(campaign, AdProduct, brand.BudgetType);
        row["brandEntityId"] = brand.BrandEntityId;
        row["costType"] = brand.CostType;
        row["tags"] = TagsOf(campaign);
        row["optimization"] = optimization;
        return Finish(row, campaign.Lifetime, "CAMPAIGN_PAUSED");
    }

    private JsonObject AdGroup(SimulatedAdGroup adGroup) => Finish(
        new JsonObject
        {
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["adProduct"] = AdProduct,
            ["name"] = adGroup.Name,
        },
        adGroup.Lifetime,
        "AD_GROUP_PAUSED");

    private JsonObject Target(SimulatedTarget target) =>
        Finish(Target(target, AdProduct, DetailsOf(target)), target.Lifetime, "TARGET_PAUSED", hasDates: !target.IsKeyword);

    private JsonObject Negative(SimulatedTarget target) => Finish(
        Target(Id(target.TargetId), null, target.AdGroup, AdProduct, isNegative: true, DetailsOf(target)),
        target.Lifetime,
        "TARGET_PAUSED",
        hasDates: target.MatchType == "TARGETING_EXPRESSION");

    private static (string Type, JsonObject Details) DetailsOf(SimulatedTarget target) => target.MatchType switch
    {
        "THEME" => ExportTargetDetails.Automatic(target.Text),
        "TARGETING_EXPRESSION" => BrandTargetsEndpoint.PredicateOf(target) == "asinSameAs"
            ? ExportTargetDetails.Product(target.Text)
            : ExportTargetDetails.Category(target.Text, $"Resolved {target.Text}"),
        _ => ExportTargetDetails.Keyword(target.MatchType, target.Text),
    };

    private JsonObject Ad(SimulatedAdGroup adGroup, SimulatedAd ad, BrandAdTraits brand)
    {
        BrandTraits campaign = adGroup.Campaign.Brand!;
        return Finish(
            new JsonObject
            {
                ["adId"] = Id(ad.AdId),
                ["adGroupId"] = Id(adGroup.AdGroupId),
                ["adProduct"] = AdProduct,
                ["name"] = brand.Name,
                ["adType"] = campaign.IsBrandVideo ? "VIDEO" : campaign.CreativeType,
                ["adVersionId"] = "1",
                ["creative"] = Creative(adGroup, ad, brand, campaign.CreativeType),
            },
            brand.Lifetime,
            "AD_PAUSED");
    }

    private static JsonObject Creative(SimulatedAdGroup adGroup, SimulatedAd ad, BrandAdTraits brand, string type)
    {
        var creative = new JsonObject
        {
            ["headline"] = adGroup.Name,
            ["brandName"] = "Acme",
            ["brandLogo"] = Asset($"amzn1.assetlibrary.asset1.logo{adGroup.Campaign.CampaignId}", isCropped: true),
        };
        if (type == "STORE_SPOTLIGHT")
        {
            creative["cards"] = new JsonArray([.. brand.Asins.Select((asin, index) => (JsonNode)Card(adGroup, asin, index))]);
        }
        else
        {
            creative["products"] = ProductsOf(brand.Asins);
        }

        if (type is "VIDEO" or "BRAND_VIDEO")
        {
            creative["videos"] = new JsonArray(Asset($"amzn1.assetlibrary.asset1.{ad.AdId}"));
        }
        else if (type == "PRODUCT_COLLECTION")
        {
            creative["customImages"] = new JsonArray(Asset($"amzn1.assetlibrary.asset1.image{ad.AdId}", isCropped: true));
        }

        creative["landingPage"] = type switch
        {
            "PRODUCT_COLLECTION" => new JsonObject { ["landingPageType"] = "PRODUCT_LIST" },
            "VIDEO" => Page("DETAIL_PAGE", adGroup),
            _ => Page("STORE", adGroup),
        };
        return creative;
    }

    private static JsonObject Card(SimulatedAdGroup adGroup, string asin, int index) => new()
    {
        ["headline"] = $"{adGroup.Name} {index + 1}",
        ["landingPage"] = Page("STORE", adGroup),
        ["product"] = Product("ASIN", asin),
    };

    private static JsonObject Page(string type, SimulatedAdGroup adGroup) =>
        new() { ["landingPageType"] = type, ["landingPageUrl"] = $"https://www.amazon.com/stores/page/{adGroup.AdGroupId}" };
}
