using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Product ads.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList ProductAdsList = ListOf("productAds", "spProductAd");

    /// <summary>Lists product ads.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpProductAd> ListProductAdsAsync(SpProductAdFilter? filter = null)
    {
        filter ??= new SpProductAdFilter();
        new FilterRules("The product ad filter")
            .Common(filter)
            .Ids(nameof(filter.AdIds), filter.AdIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Enforce();
        IEnumerable<ProductAdListBody> bodies =
            from own in IncludeFilters.Cut(filter.AdIds, 1000)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, 100)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new ProductAdListBody
            {
                AdIdFilter = own,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
            });
        return _lists.ByToken(
            ProductAdsList,
            bodies,
            SponsoredProductsJsonContext.Default.ProductAdListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpProductAd,
            productAd => productAd.AdId.Value);
    }
}
