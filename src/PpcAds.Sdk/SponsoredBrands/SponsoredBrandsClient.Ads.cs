using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Ads.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly TokenList AdsList = Version4("ads", "sbadresource");

    /// <summary>Lists ads.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbAd> ListAdsAsync(SbAdFilter? filter = null)
    {
        filter ??= new SbAdFilter();
        new FilterRules("The ad filter")
            .Common(filter, LargestPageOfVersion4)
            .Ids(nameof(filter.AdIds), filter.AdIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        IEnumerable<AdListBody> bodies =
            from ads in IncludeFilters.Cut(filter.AdIds, IdsOfVersion4)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, IdsOfVersion4)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, IdsOfVersion4)
            select Common(filter, new AdListBody
            {
                AdIdFilter = ads,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                NameFilter = TermsFilter.From(filter.Name),
                CreativeVersionToReturn = filter.CreativeVersion,
            });
        return _lists.ByToken(
            AdsList,
            bodies,
            SponsoredBrandsJsonContext.Default.AdListBody,
            SponsoredBrandsJsonContext.Default.IReadOnlyListSbAd,
            ad => ad.AdId?.Value);
    }
}
