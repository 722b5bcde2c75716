using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Sponsored Display, made from the same entities as the lists.</summary>
internal sealed class SponsoredDisplayExportRows(SimulatedProfile profile, DateOnly day) : ExportRows(profile, day)
{
    private const string AdProduct = "SPONSORED_DISPLAY";

    public override IEnumerable<JsonObject> Campaigns() =>
        Profile.DisplayCampaigns.Select(campaign => Campaign(campaign, campaign.Display!));

    public override IEnumerable<JsonObject> AdGroups() =>
        GroupsOf(Profile.DisplayCampaigns).Select(adGroup => AdGroup(adGroup, adGroup.Campaign.Display!));

    public override IEnumerable<JsonObject> Targets() => GroupsOf(Profile.DisplayCampaigns)
        .SelectMany(adGroup => adGroup.Targets.Select(Target).Concat(adGroup.Negatives.Select(Negative)));

    public override IEnumerable<JsonObject> Ads() => GroupsOf(Profile.DisplayCampaigns)
        .SelectMany(adGroup => adGroup.Ads.Select(ad => Ad(adGroup, ad, ad.Display!)));

    private JsonObject Campaign(SimulatedCampaign campaign, DisplayTraits display)
    {
        JsonObject row = Campaign(campaign, AdProduct, "DAILY");
        row["costType"] = display.CostType.ToUpperInvariant();
        row["targetingSettings"] = display.Tactic;
        return Finish(row, campaign.Lifetime, "CAMPAIGN_PAUSED");
    }

    private JsonObject AdGroup(SimulatedAdGroup adGroup, DisplayTraits display) => Finish(
        new JsonObject
        {
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["adProduct"] = AdProduct,
            ["name"] = adGroup.Name,
            ["creativeType"] = display.CreativeType,
            ["bid"] = new JsonObject { ["defaultBid"] = adGroup.DefaultBid, ["currencyCode"] = Currency },
            ["optimization"] = new JsonObject { ["goalSettings"] = GoalOf(display.BidOptimization) },
        },
        adGroup.Lifetime,
        "AD_GROUP_PAUSED");

    /// <summary>Amazon's table of goals; of measures it knows clicks only.</summary>
    private static JsonObject GoalOf(string bidOptimization) => bidOptimization switch
    {
        "reach" => new JsonObject { ["goalType"] = "AWARENESS" },
        "conversions" => new JsonObject { ["goalType"] = "CONVERSIONS" },
        _ => new JsonObject { ["goalType"] = "CONSIDERATION", ["goalKpi"] = "CLICKS" },
    };

    private JsonObject Target(SimulatedTarget target) =>
        Finish(Target(target, AdProduct, ExportTargetDetails.Of(target.Expression)), target.Lifetime, "TARGET_PAUSED");

    private JsonObject Negative(SimulatedTarget target) => Finish(
        Target(Id(target.TargetId), null, target.AdGroup, AdProduct, isNegative: true, ExportTargetDetails.Of(target.Expression)),
        target.Lifetime,
        "TARGET_PAUSED");

    private JsonObject Ad(SimulatedAdGroup adGroup, SimulatedAd ad, DisplayAdTraits display)
    {
        string type = adGroup.Campaign.Display!.CreativeType ?? "PRODUCT_AD";
        return Finish(
            new JsonObject
            {
                ["adId"] = Id(ad.AdId),
                ["adGroupId"] = Id(adGroup.AdGroupId),
                ["adProduct"] = AdProduct,
                ["name"] = display.Name,
                ["adType"] = type,
                ["creative"] = Creative(adGroup, ad, display, type),
            },
            display.Lifetime,
            "AD_PAUSED");
    }

    private static JsonObject Creative(SimulatedAdGroup adGroup, SimulatedAd ad, DisplayAdTraits display, string type)
    {
        JsonArray products = ProductsOf([ad.Asin]);
        if (ad.Sku is { } sku)
        {
            products.Add((JsonNode)Product("SKU", sku));
        }

        var creative = new JsonObject { ["products"] = products };
        if (type != "PRODUCT_AD")
        {
            creative["headline"] = adGroup.Name;
            creative["brandLogo"] = Asset($"amzn1.assetlibrary.asset1.logo{adGroup.Campaign.CampaignId}", isCropped: true);
            creative[type == "VIDEO" ? "videos" : "customImages"] =
                new JsonArray(Asset($"amzn1.assetlibrary.asset1.{ad.AdId}", isCropped: type == "IMAGE"));
        }

        if (display.LandingPageUrl is { } url)
        {
            creative["landingPage"] = new JsonObject { ["landingPageType"] = "STORE", ["landingPageUrl"] = url };
        }

        return creative;
    }
}
