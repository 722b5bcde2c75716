using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Ad groups.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList AdGroupsList = ListOf("adGroups", "spAdGroup");

    /// <summary>Lists ad groups.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpAdGroup> ListAdGroupsAsync(SpAdGroupFilter? filter = null)
    {
        filter ??= new SpAdGroupFilter();
        new FilterRules("The ad group filter")
            .Common(filter)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        IEnumerable<AdGroupListBody> bodies =
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, 1000)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new AdGroupListBody
            {
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                CampaignTargetingTypeFilter = filter.CampaignTargetingType,
                NameFilter = TermsFilter.From(filter.Name),
            });
        return _lists.ByToken(
            AdGroupsList,
            bodies,
            SponsoredProductsJsonContext.Default.AdGroupListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpAdGroup,
            adGroup => adGroup.AdGroupId.Value);
    }
}
