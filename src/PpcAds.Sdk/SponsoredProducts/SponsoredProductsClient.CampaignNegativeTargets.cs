using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Campaign negative targets.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList CampaignNegativeTargetsList = ListOf(
        "campaignNegativeTargetingClauses", "spCampaignNegativeTargetingClause", "campaignNegativeTargets");

    /// <summary>Lists the negative targets of whole campaigns.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpCampaignNegativeTargetingClause> ListCampaignNegativeTargetsAsync(
        SpCampaignNegativeTargetingClauseFilter? filter = null)
    {
        filter ??= new SpCampaignNegativeTargetingClauseFilter();
        new FilterRules("The campaign negative target filter")
            .Common(filter)
            .Ids(nameof(filter.TargetIds), filter.TargetIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Text(nameof(filter.Asin), filter.Asin)
            .Enforce();
        IEnumerable<CampaignNegativeTargetingClauseListBody> bodies =
            from own in IncludeFilters.Cut(filter.TargetIds, 1000)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new CampaignNegativeTargetingClauseListBody
            {
                CampaignNegativeTargetIdFilter = own,
                CampaignIdFilter = campaigns,
                AsinFilter = TermsFilter.From(filter.Asin),
            });
        return _lists.ByToken(
            CampaignNegativeTargetsList,
            bodies,
            SponsoredProductsJsonContext.Default.CampaignNegativeTargetingClauseListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpCampaignNegativeTargetingClause,
            campaignNegativeTargetingClause => campaignNegativeTargetingClause.TargetId.Value);
    }
}
