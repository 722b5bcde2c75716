using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.SponsoredProducts;

internal sealed class ProductAdsEndpoint(SimulatorQuirks quirks) : ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.spProductAd.v3+json";

    protected override string ArrayName => "productAds";

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("adIdFilter", 1000);
        IReadOnlySet<long>? adGroups = reader.Ids("adGroupIdFilter", 100);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", 100);
        return
        [
            .. profile.Campaigns.SelectMany(campaign => campaign.AdGroups)
                .SelectMany(adGroup => adGroup.Ads.Select(ad => (AdGroup: adGroup, Ad: ad)))
                .Where(pair => ids?.Contains(pair.Ad.AdId) != false
                    && adGroups?.Contains(pair.AdGroup.AdGroupId) != false
                    && campaigns?.Contains(pair.AdGroup.Campaign.CampaignId) != false
                    && states?.Contains(pair.AdGroup.Lifetime.StateOn(today)) != false)
                .Select(pair => (Func<JsonObject>)(() => Describe(pair.AdGroup, pair.Ad, profile, today, extended))),
        ];
    }

    /// <summary>An ad lives as long as its ad group.</summary>
    private JsonObject Describe(SimulatedAdGroup adGroup, SimulatedAd ad, SimulatedProfile profile, DateOnly today, bool extended)
    {
        var entity = new JsonObject
        {
            ["adId"] = Id(ad.AdId),
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["state"] = State(adGroup.Lifetime, today),
        };
        SetOptional(entity, "asin", profile.IsVendor ? ad.Asin : null);
        SetOptional(entity, "sku", ad.Sku);
        return Finish(entity, adGroup.Lifetime, today, extended, "AD_STATUS_LIVE");
    }
}
