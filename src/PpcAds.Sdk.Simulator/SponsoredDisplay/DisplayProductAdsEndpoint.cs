using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Http;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredDisplay;

internal sealed class DisplayProductAdsEndpoint(SimulatorQuirks quirks) : DisplayListEndpoint(quirks)
{
    protected override IEnumerable<DisplayEntity> Select(QueryReader query, SimulatedProfile profile)
    {
        IReadOnlySet<long>? campaigns = query.Ids("campaignIdFilter");
        IReadOnlySet<long>? adGroups = query.Ids("adGroupIdFilter");
        IReadOnlySet<long>? ads = query.Ids("adIdFilter");
        return from adGroup in profile.DisplayCampaigns.SelectMany(campaign => campaign.AdGroups)
               where campaigns?.Contains(adGroup.Campaign.CampaignId) != false && adGroups?.Contains(adGroup.AdGroupId) != false
               from ad in adGroup.Ads
               where ads?.Contains(ad.AdId) != false
               select new DisplayEntity(ad.Display!.Lifetime, "AD_STATUS_LIVE", () => Describe(adGroup, ad));
    }

    private JsonObject Describe(SimulatedAdGroup adGroup, SimulatedAd ad)
    {
        var entity = new JsonObject
        {
            ["adId"] = ad.AdId,
            ["adGroupId"] = adGroup.AdGroupId,
            ["campaignId"] = adGroup.Campaign.CampaignId,
            ["asin"] = ad.Asin,
        };
        SetOptional(entity, "sku", ad.Sku);
        SetOptional(entity, "adName", ad.Display!.Name);
        SetOptional(entity, "landingPageURL", ad.Display.LandingPageUrl);
        SetOptional(entity, "landingPageType", ad.Display.LandingPageUrl is null ? null : "STORE");
        return entity;
    }
}
