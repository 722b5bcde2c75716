using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Campaign negative keywords.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList CampaignNegativeKeywordsList = ListOf(
        "campaignNegativeKeywords", "spCampaignNegativeKeyword");

    /// <summary>Lists the negative keywords of whole campaigns.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpCampaignNegativeKeyword> ListCampaignNegativeKeywordsAsync(
        SpCampaignNegativeKeywordFilter? filter = null)
    {
        filter ??= new SpCampaignNegativeKeywordFilter();
        new FilterRules("The campaign negative keyword filter")
            .Common(filter)
            .Ids(nameof(filter.KeywordIds), filter.KeywordIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .NotEmpty(nameof(filter.MatchTypes), filter.MatchTypes)
            .Text(nameof(filter.KeywordText), filter.KeywordText)
            .Enforce();
        IEnumerable<CampaignNegativeKeywordListBody> bodies =
            from own in IncludeFilters.Cut(filter.KeywordIds, 1000)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new CampaignNegativeKeywordListBody
            {
                CampaignNegativeKeywordIdFilter = own,
                CampaignIdFilter = campaigns,
                MatchTypeFilter = filter.MatchTypes,
                CampaignNegativeKeywordTextFilter = TermsFilter.From(filter.KeywordText),
            });
        return _lists.ByToken(
            CampaignNegativeKeywordsList,
            bodies,
            SponsoredProductsJsonContext.Default.CampaignNegativeKeywordListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpCampaignNegativeKeyword,
            campaignNegativeKeyword => campaignNegativeKeyword.KeywordId.Value);
    }
}
