using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Campaigns.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList CampaignsList = ListOf("campaigns", "spCampaign");

    /// <summary>Lists campaigns.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpCampaign> ListCampaignsAsync(SpCampaignFilter? filter = null)
    {
        filter ??= new SpCampaignFilter();
        new FilterRules("The campaign filter")
            .Common(filter)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Ids(nameof(filter.PortfolioIds), filter.PortfolioIds)
            .Text(nameof(filter.Name), filter.Name)
            .Enforce();
        IEnumerable<CampaignListBody> bodies =
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 1000)
            from portfolios in IncludeFilters.Cut(filter.PortfolioIds, 100)
            select Common(filter, new CampaignListBody
            {
                CampaignIdFilter = campaigns,
                PortfolioIdFilter = portfolios,
                NameFilter = TermsFilter.From(filter.Name),
            });
        return _lists.ByToken(
            CampaignsList,
            bodies,
            SponsoredProductsJsonContext.Default.CampaignListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpCampaign,
            campaign => campaign.CampaignId.Value);
    }
}
