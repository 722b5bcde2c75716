using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

internal sealed class DisplayCampaignsEndpoint(SimulatorQuirks quirks) : DisplayListEndpoint(quirks)
{
    protected override IEnumerable<DisplayEntity> Select(QueryReader query, SimulatedProfile profile)
    {
        IReadOnlySet<long>? campaigns = query.Ids("campaignIdFilter");
        IReadOnlySet<long>? portfolios = query.Ids("portfolioIdFilter");
        string? name = query.Text("name");
        return profile.DisplayCampaigns
            .Where(campaign => campaigns?.Contains(campaign.CampaignId) != false
                && (portfolios is null || (campaign.PortfolioId is { } portfolio && portfolios.Contains(portfolio)))
                && (name is null || name == campaign.Name))
            .Select(campaign => new DisplayEntity(campaign.Lifetime, "ADVERTISER_STATUS_ENABLED", () => Describe(campaign)));
    }

    private JsonObject Describe(SimulatedCampaign campaign)
    {
        var entity = new JsonObject
        {
            ["campaignId"] = campaign.CampaignId,
            ["name"] = campaign.Name,
            ["tactic"] = Quirks.UnknownEnumValues ? "T00090" : campaign.Display!.Tactic,
            ["budgetType"] = "daily",
            ["budget"] = campaign.Budget,
            ["startDate"] = Day(campaign.Lifetime.Start),
            ["costType"] = campaign.Display!.CostType,
            ["deliveryProfile"] = "as_soon_as_possible",
        };
        SetOptional(entity, "endDate", campaign.EndDate is { } end ? Day(end) : null);
        SetOptional(entity, "portfolioId", campaign.PortfolioId);
        return entity;
    }
}
