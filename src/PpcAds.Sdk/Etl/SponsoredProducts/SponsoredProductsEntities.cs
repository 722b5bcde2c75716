using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>The entities of Sponsored Products v3.</summary>
internal static class SponsoredProductsEntities
{
    public static IReadOnlyList<EntityType> All { get; } =
    [
        new ListedEntityType<Campaign, CampaignRecord>(
            "sp.campaigns", AdProducts.SponsoredProducts, profile => profile.SponsoredProducts.ListCampaignsAsync(), CampaignRecord.From),
        new ListedEntityType<AdGroup, AdGroupRecord>(
            "sp.ad_groups", AdProducts.SponsoredProducts, profile => profile.SponsoredProducts.ListAdGroupsAsync(), AdGroupRecord.From),
        new ListedEntityType<Keyword, KeywordRecord>(
            "sp.keywords", AdProducts.SponsoredProducts, profile => profile.SponsoredProducts.ListKeywordsAsync(), KeywordRecord.From),
    ];
}
