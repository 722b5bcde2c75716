using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Negative targets.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList NegativeTargetsList = ListOf(
        "negativeTargetingClauses", "spNegativeTargetingClause", "negativeTargets");

    /// <summary>Lists the negative targets of ad groups.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpNegativeTargetingClause> ListNegativeTargetsAsync(SpNegativeTargetingClauseFilter? filter = null)
    {
        filter ??= new SpNegativeTargetingClauseFilter();
        new FilterRules("The negative target filter")
            .Common(filter)
            .Ids(nameof(filter.TargetIds), filter.TargetIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Text(nameof(filter.Asin), filter.Asin)
            .Enforce();
        IEnumerable<NegativeTargetingClauseListBody> bodies =
            from own in IncludeFilters.Cut(filter.TargetIds, 1000)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, 100)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new NegativeTargetingClauseListBody
            {
                NegativeTargetIdFilter = own,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                AsinFilter = TermsFilter.From(filter.Asin),
            });
        return _lists.ByToken(
            NegativeTargetsList,
            bodies,
            SponsoredProductsJsonContext.Default.NegativeTargetingClauseListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpNegativeTargetingClause,
            negativeTargetingClause => negativeTargetingClause.TargetId.Value);
    }
}
