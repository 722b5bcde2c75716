using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

internal sealed class AdGroupsEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.spAdGroup.v3+json";

    protected override string ArrayName => "adGroups";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("adGroupIdFilter", 1000);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", 100);
        string? targeting = reader.BareText("campaignTargetingTypeFilter", "AUTO", "MANUAL");
        Func<string, bool>? name = reader.Text("nameFilter", matchTypeRequired: false);
        return
        [
            .. profile.Campaigns.SelectMany(campaign => campaign.AdGroups)
                .Where(adGroup => ids?.Contains(adGroup.AdGroupId) != false
                    && campaigns?.Contains(adGroup.Campaign.CampaignId) != false
                    && (targeting is null || adGroup.Campaign.TargetingType == targeting)
                    && name?.Invoke(adGroup.Name) != false
                    && states?.Contains(adGroup.Lifetime.StateOn(today)) != false)
                .Select(adGroup => (Func<JsonObject>)(() => Describe(adGroup, today, extended))),
        ];
    }

    private JsonObject Describe(SimulatedAdGroup adGroup, DateOnly today, bool extended) => Finish(
        new JsonObject
        {
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["name"] = adGroup.Name,
            ["state"] = State(adGroup.Lifetime, today),
            ["defaultBid"] = adGroup.DefaultBid,
        },
        adGroup.Lifetime,
        today,
        extended,
        "AD_GROUP_STATUS_ENABLED");
}
