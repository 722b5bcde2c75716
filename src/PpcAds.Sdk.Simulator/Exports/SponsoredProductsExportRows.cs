using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Exports;

/// <summary>Sponsored Products, made from the same entities as the lists.</summary>
internal sealed class SponsoredProductsExportRows(SimulatedProfile profile, DateOnly day) : ExportRows(profile, day)
{
    private const string Product = "SPONSORED_PRODUCTS";

    public override IEnumerable<JsonObject> Campaigns() => Profile.Campaigns.Select(Campaign);

    public override IEnumerable<JsonObject> AdGroups() => Groups.Select(AdGroup);

    public override IEnumerable<JsonObject> Targets() => Groups.SelectMany(adGroup => adGroup.Targets).Select(Target);

    public override IEnumerable<JsonObject> Ads() => Groups.SelectMany(adGroup => adGroup.Ads.Select(ad => Ad(adGroup, ad)));

    private IEnumerable<SimulatedAdGroup> Groups => Profile.Campaigns.SelectMany(campaign => campaign.AdGroups);

    private string Currency => Profile.Marketplace.CurrencyCode;

    private JsonObject Campaign(SimulatedCampaign campaign)
    {
        var optimization = new JsonObject { ["bidStrategy"] = StrategyOf(campaign.BiddingStrategy) };
        if (campaign.TopOfSearchPercent is { } percent)
        {
            optimization["placementBidAdjustments"] = new JsonArray(new JsonObject { ["placement"] = "TOP_OF_SEARCH", ["percentage"] = percent });
        }

        return Finish(
            new JsonObject
            {
                ["campaignId"] = Id(campaign.CampaignId),
                ["adProduct"] = Product,
                ["portfolioId"] = campaign.PortfolioId is { } portfolioId ? Id(portfolioId) : null,
                ["name"] = campaign.Name,
                ["startDate"] = Date(campaign.Lifetime.Start),
                ["endDate"] = campaign.EndDate is { } end ? Date(end) : null,
                ["costType"] = "CPC",
                ["targetingSettings"] = campaign.TargetingType,
                ["budgetCaps"] = new JsonObject
                {
                    ["budgetType"] = "MONETARY",
                    ["recurrenceTimePeriod"] = "DAILY",
                    ["budgetValue"] = new JsonObject
                    {
                        ["monetaryBudget"] = new JsonObject { ["currencyCode"] = Currency, ["amount"] = campaign.Budget },
                    },
                },
                ["optimization"] = optimization,
            },
            campaign.Lifetime,
            "CAMPAIGN_PAUSED");
    }

    private JsonObject AdGroup(SimulatedAdGroup adGroup) => Finish(
        new JsonObject
        {
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["adProduct"] = Product,
            ["name"] = adGroup.Name,
            ["bid"] = new JsonObject { ["defaultBid"] = adGroup.DefaultBid, ["currencyCode"] = Currency },
        },
        adGroup.Lifetime,
        "AD_GROUP_PAUSED");

    private JsonObject Target(SimulatedTarget target) => Finish(
        new JsonObject
        {
            ["targetId"] = Id(target.TargetId),
            ["adGroupId"] = Id(target.AdGroup.AdGroupId),
            ["adProduct"] = Product,
            ["negative"] = false,
            ["bid"] = target.Bid is { } bid ? new JsonObject { ["bid"] = bid, ["currencyCode"] = Currency } : null,
            ["targetType"] = target.IsKeyword ? "KEYWORD" : "AUTO",
            ["targetDetails"] = target.IsKeyword
                ? new JsonObject { ["matchType"] = target.MatchType, ["keyword"] = target.Text }
                : new JsonObject { ["matchType"] = AutoMatchOf(target.Text) },
        },
        target.Lifetime,
        "TARGET_PAUSED");

    private JsonObject Ad(SimulatedAdGroup adGroup, SimulatedAd ad) => Finish(
        new JsonObject
        {
            ["adId"] = Id(ad.AdId),
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["adProduct"] = Product,
            ["adType"] = "PRODUCT_AD",
            ["creative"] = new JsonObject { ["products"] = Products(ad) },
        },
        adGroup.Lifetime,
        "AD_PAUSED");

    private static JsonArray Products(SimulatedAd ad)
    {
        var products = new JsonArray(new JsonObject { ["productIdType"] = "ASIN", ["productId"] = ad.Asin });
        if (ad.Sku is { } sku)
        {
            products.Add((JsonNode)new JsonObject { ["productIdType"] = "SKU", ["productId"] = sku });
        }

        return products;
    }

    private static string StrategyOf(string listed) => listed switch
    {
        "LEGACY_FOR_SALES" => "SALES_DOWN_ONLY",
        "AUTO_FOR_SALES" => "SALES_UP_AND_DOWN",
        _ => listed,
    };

    /// <summary>The common model's spelling of automatic targets is not documented where this was taken from; the lists' capitals stand in.</summary>
    private static string AutoMatchOf(string text) => text.Replace('-', '_').ToUpperInvariant();
}
