using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Negative keywords.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList NegativeKeywordsList = ListOf("negativeKeywords", "spNegativeKeyword");

    /// <summary>Lists the negative keywords of ad groups.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpNegativeKeyword> ListNegativeKeywordsAsync(SpNegativeKeywordFilter? filter = null)
    {
        filter ??= new SpNegativeKeywordFilter();
        new FilterRules("The negative keyword filter")
            .Common(filter)
            .Ids(nameof(filter.KeywordIds), filter.KeywordIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .NotEmpty(nameof(filter.MatchTypes), filter.MatchTypes)
            .Text(nameof(filter.KeywordText), filter.KeywordText)
            .Enforce();
        IEnumerable<NegativeKeywordListBody> bodies =
            from own in IncludeFilters.Cut(filter.KeywordIds, 1000)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, 100)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new NegativeKeywordListBody
            {
                NegativeKeywordIdFilter = own,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                MatchTypeFilter = filter.MatchTypes,
                NegativeKeywordTextFilter = TermsFilter.From(filter.KeywordText),
                Locale = filter.Locale,
            });
        return _lists.ByToken(
            NegativeKeywordsList,
            bodies,
            SponsoredProductsJsonContext.Default.NegativeKeywordListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpNegativeKeyword,
            negativeKeyword => negativeKeyword.KeywordId.Value);
    }
}
