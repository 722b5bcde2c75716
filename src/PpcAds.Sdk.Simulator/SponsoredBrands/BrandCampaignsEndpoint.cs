using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

internal sealed class BrandCampaignsEndpoint(SimulatorQuirks quirks) : Version4ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.sbcampaignresource.v4+json";

    private static readonly string[] Goals = ["PAGE_VISIT", "BRAND_IMPRESSION_SHARE", "ACQUIRE_NEW_CUSTOMERS", "AD_VIEWS"];

    protected override string ArrayName => "campaigns";

    protected override string TotalName => "totalCount";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("campaignIdFilter", MostIds);
        IReadOnlySet<long>? portfolios = reader.Ids("portfolioIdFilter", MostIds);
        IReadOnlySet<string>? goals = reader.Names("goalTypeFilter", 10, Goals);
        Func<string, bool>? name = reader.Text("nameFilter", matchTypeRequired: false);
        return
        [
            .. profile.BrandCampaigns
                .Where(campaign => ids?.Contains(campaign.CampaignId) != false
                    && (portfolios is null || (campaign.PortfolioId is { } portfolio && portfolios.Contains(portfolio)))
                    && goals?.Contains(campaign.Brand!.Goal) != false
                    && name?.Invoke(campaign.Name) != false
                    && states?.Contains(campaign.Lifetime.StateOn(today)) != false)
                .Select(campaign => (Func<JsonObject>)(() => Describe(campaign, campaign.Brand!, today, extended))),
        ];
    }

    private JsonObject Describe(SimulatedCampaign campaign, BrandTraits brand, DateOnly today, bool extended)
    {
        var bidding = new JsonObject { ["bidOptimization"] = campaign.TopOfSearchPercent is null };
        if (campaign.TopOfSearchPercent is { } percent)
        {
            bidding["bidAdjustmentsByPlacement"] = new JsonArray(
                new JsonObject { ["placement"] = "OTHER", ["percentage"] = percent });
        }

        var entity = new JsonObject
        {
            ["campaignId"] = Id(campaign.CampaignId),
            ["name"] = campaign.Name,
            ["state"] = State(campaign.Lifetime, today),
            ["budget"] = campaign.Budget,
            ["budgetType"] = brand.BudgetType,
            ["startDate"] = Day(campaign.Lifetime.Start),
            ["brandEntityId"] = brand.BrandEntityId,
            ["costType"] = Quirks.UnknownEnumValues ? "BARTER" : brand.CostType,
            ["goal"] = brand.Goal,
            ["kpi"] = brand.PaysForViews ? "TOP_OF_SEARCH_IMPRESSION_SHARE" : "CLICKS",
            ["smartDefault"] = new JsonArray(brand.SmartDefault),
            ["isMultiAdGroupsEnabled"] = brand.IsMultiAdGroupsEnabled,
            ["productLocation"] = "SOLD_ON_AMAZON",
            ["bidding"] = bidding,
        };
        SetOptional(entity, "endDate", campaign.EndDate is { } end ? Day(end) : null);
        SetOptional(entity, "portfolioId", campaign.PortfolioId is { } id ? Id(id) : null);
        return Finish(entity, campaign.Lifetime, today, extended, "CAMPAIGN_STATUS_ENABLED");
    }
}
