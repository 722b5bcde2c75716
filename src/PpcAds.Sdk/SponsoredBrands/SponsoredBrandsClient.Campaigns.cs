using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Campaigns.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly TokenList CampaignsList = Version4("campaigns", "sbcampaignresource", total: "totalCount");

    /// <summary>Lists campaigns.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbCampaign> ListCampaignsAsync(SbCampaignFilter? filter = null)
    {
        filter ??= new SbCampaignFilter();
        new FilterRules("The campaign filter")
            .Common(filter, LargestPageOfVersion4)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Ids(nameof(filter.PortfolioIds), filter.PortfolioIds)
            .NotEmpty(nameof(filter.Goals), filter.Goals)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        IEnumerable<CampaignListBody> bodies =
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, IdsOfVersion4)
            from portfolios in IncludeFilters.Cut(filter.PortfolioIds, IdsOfVersion4)
            select Common(filter, new CampaignListBody
            {
                CampaignIdFilter = campaigns,
                PortfolioIdFilter = portfolios,
                GoalTypeFilter = IncludeFilters.Of(filter.Goals),
                NameFilter = TermsFilter.From(filter.Name),
            });
        return _lists.ByToken(
            CampaignsList,
            bodies,
            SponsoredBrandsJsonContext.Default.CampaignListBody,
            SponsoredBrandsJsonContext.Default.IReadOnlyListSbCampaign,
            campaign => campaign.CampaignId.Value);
    }
}
