using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Ad groups.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly TokenList AdGroupsList = Version4("adGroups", "sbadgroupresource");

    /// <summary>Lists ad groups.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbAdGroup> ListAdGroupsAsync(SbAdGroupFilter? filter = null)
    {
        filter ??= new SbAdGroupFilter();
        new FilterRules("The ad group filter")
            .Common(filter, LargestPageOfVersion4)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        IEnumerable<AdGroupListBody> bodies =
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, IdsOfVersion4)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, IdsOfVersion4)
            select Common(filter, new AdGroupListBody
            {
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                NameFilter = TermsFilter.From(filter.Name),
            });
        return _lists.ByToken(
            AdGroupsList,
            bodies,
            SponsoredBrandsJsonContext.Default.AdGroupListBody,
            SponsoredBrandsJsonContext.Default.IReadOnlyListSbAdGroup,
            adGroup => adGroup.AdGroupId.Value);
    }
}
