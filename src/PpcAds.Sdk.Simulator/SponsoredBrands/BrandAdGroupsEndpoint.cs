using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

internal sealed class BrandAdGroupsEndpoint(SimulatorQuirks quirks) : Version4ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.sbadgroupresource.v4+json";

    protected override string ArrayName => "adGroups";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("adGroupIdFilter", MostIds);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", MostIds);
        Func<string, bool>? name = reader.Text("nameFilter", matchTypeRequired: false);
        return
        [
            .. profile.BrandCampaigns.SelectMany(campaign => campaign.AdGroups)
                .Where(adGroup => ids?.Contains(adGroup.AdGroupId) != false
                    && campaigns?.Contains(adGroup.Campaign.CampaignId) != false
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
        },
        adGroup.Lifetime,
        today,
        extended,
        "AD_GROUP_STATUS_ENABLED");
}
