using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

internal sealed class DisplayAdGroupsEndpoint(SimulatorQuirks quirks) : DisplayListEndpoint(quirks)
{
    protected override IEnumerable<DisplayEntity> Select(QueryReader query, SimulatedProfile profile)
    {
        IReadOnlySet<long>? campaigns = query.Ids("campaignIdFilter");
        IReadOnlySet<long>? adGroups = query.Ids("adGroupIdFilter");
        string? name = query.Text("name");
        return profile.DisplayCampaigns.SelectMany(campaign => campaign.AdGroups)
            .Where(adGroup => campaigns?.Contains(adGroup.Campaign.CampaignId) != false
                && adGroups?.Contains(adGroup.AdGroupId) != false
                && (name is null || name == adGroup.Name))
            .Select(adGroup => new DisplayEntity(adGroup.Lifetime, "AD_GROUP_STATUS_ENABLED", () => Describe(adGroup)));
    }

    private JsonObject Describe(SimulatedAdGroup adGroup)
    {
        DisplayTraits traits = adGroup.Campaign.Display!;
        var entity = new JsonObject
        {
            ["adGroupId"] = adGroup.AdGroupId,
            ["campaignId"] = adGroup.Campaign.CampaignId,
            ["name"] = adGroup.Name,
            ["defaultBid"] = adGroup.DefaultBid,
            ["bidOptimization"] = Quirks.UnknownEnumValues ? "happiness" : traits.BidOptimization,
            ["tactic"] = traits.Tactic,
        };
        SetOptional(entity, "creativeType", traits.CreativeType);
        return entity;
    }
}
