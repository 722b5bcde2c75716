using System.Globalization;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

internal sealed class CampaignsEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.spCampaign.v3+json";

    protected override string ArrayName => "campaigns";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("campaignIdFilter", 1000);
        IReadOnlySet<long>? portfolios = reader.Ids("portfolioIdFilter", 100);
        Func<string, bool>? name = reader.Text("nameFilter", matchTypeRequired: false);
        return
        [
            .. profile.Campaigns
                .Where(campaign => ids?.Contains(campaign.CampaignId) != false
                    && (portfolios is null || (campaign.PortfolioId is { } portfolio && portfolios.Contains(portfolio)))
                    && name?.Invoke(campaign.Name) != false
                    && states?.Contains(campaign.Lifetime.StateOn(today)) != false)
                .Select(campaign => (Func<JsonObject>)(() => Describe(campaign, today, extended))),
        ];
    }

    private JsonObject Describe(SimulatedCampaign campaign, DateOnly today, bool extended)
    {
        var bidding = new JsonObject { ["strategy"] = Quirks.UnknownEnumValues ? "PSYCHIC" : campaign.BiddingStrategy };
        if (campaign.TopOfSearchPercent is { } percent)
        {
            bidding["placementBidding"] = new JsonArray(
                new JsonObject { ["placement"] = "PLACEMENT_TOP", ["percentage"] = percent });
        }

        var entity = new JsonObject
        {
            ["campaignId"] = Id(campaign.CampaignId),
            ["name"] = campaign.Name,
            ["state"] = State(campaign.Lifetime, today),
            ["targetingType"] = campaign.TargetingType,
            ["startDate"] = campaign.Lifetime.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["budget"] = new JsonObject { ["budget"] = campaign.Budget, ["budgetType"] = "DAILY" },
            ["dynamicBidding"] = bidding,
        };
        SetOptional(entity, "endDate", campaign.EndDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        SetOptional(entity, "portfolioId", campaign.PortfolioId is { } id ? Id(id) : null);
        return Finish(entity, campaign.Lifetime, today, extended, "CAMPAIGN_STATUS_ENABLED");
    }
}
