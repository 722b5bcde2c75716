using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Sponsored Products, made from the same entities as the lists.</summary>
internal sealed class SponsoredProductsExportRows(SimulatedProfile profile, DateOnly day) : ExportRows(profile, day)
{
    private const string AdProduct = "SPONSORED_PRODUCTS";

    public override IEnumerable<JsonObject> Campaigns() => Profile.Campaigns.Select(Campaign);

    public override IEnumerable<JsonObject> AdGroups() => GroupsOf(Profile.Campaigns).Select(AdGroup);

    public override IEnumerable<JsonObject> Targets() =>
        GroupsOf(Profile.Campaigns).SelectMany(adGroup => adGroup.Targets).Select(Target)
        .Concat(Profile.Campaigns.SelectMany(NegativeFactory.Of).Select(Negative));

    public override IEnumerable<JsonObject> Ads() =>
        GroupsOf(Profile.Campaigns).SelectMany(adGroup => adGroup.Ads.Select(ad => Ad(adGroup, ad)));

    private JsonObject Campaign(SimulatedCampaign campaign)
    {
        var optimization = new JsonObject { ["bidStrategy"] = StrategyOf(campaign.BiddingStrategy) };
        if (campaign.TopOfSearchPercent is { } percent)
        {
            optimization["placementBidAdjustments"] = new JsonArray(
                new JsonObject { ["placement"] = "TOP_OF_SEARCH", ["percentage"] = percent });
        }

        if (campaign.Dice.For("cohort").Chance(0.2))
        {
            optimization["shopperCohortBidAdjustment"] = new JsonArray(Cohort(campaign));
        }

        JsonObject row = Campaign(campaign, AdProduct, "DAILY");
        row["costType"] = "CPC";
        row["targetingSettings"] = campaign.TargetingType;
        row["tags"] = TagsOf(campaign);
        row["optimization"] = optimization;
        return Finish(row, campaign.Lifetime, "CAMPAIGN_PAUSED");
    }

    /// <summary>A higher bid for an audience of Amazon Marketing Cloud.</summary>
    private static JsonObject Cohort(SimulatedCampaign campaign) => new()
    {
        ["shopperCohortType"] = "AUDIENCE_SEGMENT",
        ["percentage"] = campaign.Dice.For("cohort percent").Between(1, 9) * 10,
        ["audienceSegments"] = new JsonArray(new JsonObject
        {
            ["audienceId"] = Id(campaign.Dice.For("cohort audience").Between(100_000_000_000, 999_999_999_999)),
            ["audienceSegmentType"] = "SPONSORED_ADS_AMC",
        }),
    };

    private JsonObject AdGroup(SimulatedAdGroup adGroup) => Finish(
        new JsonObject
        {
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["adProduct"] = AdProduct,
            ["name"] = adGroup.Name,
            ["bid"] = new JsonObject { ["defaultBid"] = adGroup.DefaultBid, ["currencyCode"] = Currency },
        },
        adGroup.Lifetime,
        "AD_GROUP_PAUSED");

    private JsonObject Target(SimulatedTarget target) => Finish(
        Target(
            target,
            AdProduct,
            target.IsKeyword ? ExportTargetDetails.Keyword(target.MatchType, target.Text)
            : target.Expression.Count > 0 ? ExportTargetDetails.Of(target.Expression)
            : ExportTargetDetails.Automatic(target.Text)),
        target.Lifetime,
        "TARGET_PAUSED");

    /// <summary>One of an ad group, or of a whole campaign.</summary>
    private JsonObject Negative(SimulatedNegative negative) => Finish(
        Target(
            Id(negative.Id),
            negative.AdGroup is null ? negative.Campaign : null,
            negative.AdGroup,
            AdProduct,
            isNegative: true,
            negative.MatchType is { } matchType
                ? ExportTargetDetails.Keyword(matchType, negative.Text)
                : ExportTargetDetails.Product(negative.Text)),
        negative.Lifetime,
        "TARGET_PAUSED");

    private JsonObject Ad(SimulatedAdGroup adGroup, SimulatedAd ad)
    {
        JsonArray products = ProductsOf([ad.Asin]);
        if (ad.Sku is { } sku)
        {
            products.Add((JsonNode)Product("SKU", sku));
        }

        return Finish(
            new JsonObject
            {
                ["adId"] = Id(ad.AdId),
                ["adGroupId"] = Id(adGroup.AdGroupId),
                ["adProduct"] = AdProduct,
                ["adType"] = "PRODUCT_AD",
                ["creative"] = new JsonObject { ["products"] = products },
            },
            adGroup.Lifetime,
            "AD_PAUSED");
    }

    private static string StrategyOf(string listed) => listed switch
    {
        "LEGACY_FOR_SALES" => "SALES_DOWN_ONLY",
        "AUTO_FOR_SALES" => "SALES_UP_AND_DOWN",
        _ => listed,
    };
}
