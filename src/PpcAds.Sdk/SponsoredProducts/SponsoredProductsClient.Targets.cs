using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Targets.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList TargetsList = ListOf("targetingClauses", "spTargetingClause", "targets");

    /// <summary>
    /// Lists targets other than keywords. A grant for viewing only may be refused (403): Amazon names only editors for this list.
    /// </summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpTargetingClause> ListTargetsAsync(SpTargetingClauseFilter? filter = null)
    {
        filter ??= new SpTargetingClauseFilter();
        new FilterRules("The target filter")
            .Common(filter)
            .Ids(nameof(filter.TargetIds), filter.TargetIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .NotEmpty(nameof(filter.ExpressionTypes), filter.ExpressionTypes)
            .Text(nameof(filter.Asin), filter.Asin)
            .Enforce();
        IEnumerable<TargetingClauseListBody> bodies =
            from own in IncludeFilters.Cut(filter.TargetIds, 1000)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, 100)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new TargetingClauseListBody
            {
                TargetIdFilter = own,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                ExpressionTypeFilter = IncludeFilters.Of(filter.ExpressionTypes),
                AsinFilter = TermsFilter.From(filter.Asin),
            });
        return _lists.ByToken(
            TargetsList,
            bodies,
            SponsoredProductsJsonContext.Default.TargetingClauseListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpTargetingClause,
            targetingClause => targetingClause.TargetId.Value);
    }
}
