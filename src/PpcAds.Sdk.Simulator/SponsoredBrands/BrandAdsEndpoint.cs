using System.Text.Json.Nodes;
using PpcAds.Sdk.Simulator.Model;
using PpcAds.Sdk.Simulator.SponsoredProducts;

namespace PpcAds.Sdk.Simulator.SponsoredBrands;

internal sealed class BrandAdsEndpoint(SimulatorQuirks quirks) : Version4ListEndpoint(quirks)
{
    public const string MediaType = "application/vnd.sbadresource.v4+json";

    protected override string ArrayName => "ads";

    protected override bool TakesExtendedData => false;

    protected override IReadOnlyList<Func<JsonObject>> Select(
        FilterReader reader, SimulatedProfile profile, DateOnly today, IReadOnlySet<string>? states, bool extended)
    {
        IReadOnlySet<long>? ids = reader.Ids("adIdFilter", MostIds);
        IReadOnlySet<long>? adGroups = reader.Ids("adGroupIdFilter", MostIds);
        IReadOnlySet<long>? campaigns = reader.Ids("campaignIdFilter", MostIds);
        Func<string, bool>? name = reader.Text("nameFilter", matchTypeRequired: false);
        string? version = reader.BareText("creativeVersionToReturn", "LATEST", "PUBLISHED");
        return
        [
            .. from campaign in profile.BrandCampaigns
               from adGroup in campaign.AdGroups
               from ad in adGroup.Ads
               let brand = ad.Brand!
               where (ids is null || (!brand.IsMadeWithVersion3 && ids.Contains(ad.AdId)))
                   && adGroups?.Contains(adGroup.AdGroupId) != false
                   && campaigns?.Contains(campaign.CampaignId) != false
                   && (name is null || (!brand.IsMadeWithVersion3 && name(brand.Name)))
                   && states?.Contains(brand.Lifetime.StateOn(today)) != false
               select (Func<JsonObject>)(() => Describe(adGroup, ad, brand, today, version)),
        ];
    }

    private JsonObject Describe(SimulatedAdGroup adGroup, SimulatedAd ad, BrandAdTraits brand, DateOnly today, string? version)
    {
        string type = adGroup.Campaign.Brand!.CreativeType;
        var creative = new JsonObject
        {
            ["type"] = type,
            ["asins"] = new JsonArray([.. brand.Asins.Select(asin => (JsonNode)asin)]),
            ["brandName"] = "Acme",
            ["headline"] = adGroup.Name,
            ["creativeVersion"] = "1",
            ["creativeStatus"] = version == "LATEST" ? "PENDING_MODERATION_REVIEW" : "PUBLISHED",
        };
        if (type is "VIDEO" or "BRAND_VIDEO")
        {
            creative["videoAssetIds"] = new JsonArray($"amzn1.assetlibrary.asset1.{ad.AdId}");
        }

        bool isProductList = type == "PRODUCT_COLLECTION";
        var page = new JsonObject { ["pageType"] = isProductList ? "PRODUCT_LIST" : type == "VIDEO" ? "DETAIL_PAGE" : "STORE" };
        if (isProductList)
        {
            page["asins"] = new JsonArray([.. brand.Asins.Select(asin => (JsonNode)asin)]);
        }
        else
        {
            page["url"] = $"https://www.amazon.com/stores/page/{adGroup.AdGroupId}";
        }

        var entity = new JsonObject
        {
            ["adGroupId"] = Id(adGroup.AdGroupId),
            ["campaignId"] = Id(adGroup.Campaign.CampaignId),
            ["state"] = State(brand.Lifetime, today),
            ["creative"] = creative,
            ["landingPage"] = page,
        };
        SetOptional(entity, "adId", brand.IsMadeWithVersion3 ? null : Id(ad.AdId));
        SetOptional(entity, "name", brand.IsMadeWithVersion3 ? null : brand.Name);
        return Finish(entity, brand.Lifetime, today, extended: false, "AD_STATUS_LIVE");
    }
}
