using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredProducts.Wire;

namespace PpcAds.Sdk.SponsoredProducts;

/// <content>Keywords.</content>
public sealed partial class SponsoredProductsClient
{
    private static readonly TokenList KeywordsList = ListOf("keywords", "spKeyword");

    /// <summary>Lists keywords. A grant for viewing only may be refused (403): Amazon names only editors for this list.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SpKeyword> ListKeywordsAsync(SpKeywordFilter? filter = null)
    {
        filter ??= new SpKeywordFilter();
        new FilterRules("The keyword filter")
            .Common(filter)
            .Ids(nameof(filter.KeywordIds), filter.KeywordIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .NotEmpty(nameof(filter.MatchTypes), filter.MatchTypes)
            .Text(nameof(filter.KeywordText), filter.KeywordText)
            .Enforce();
        IEnumerable<KeywordListBody> bodies =
            from keywords in IncludeFilters.Cut(filter.KeywordIds, 1000)
            from adGroups in IncludeFilters.Cut(filter.AdGroupIds, 100)
            from campaigns in IncludeFilters.Cut(filter.CampaignIds, 100)
            select Common(filter, new KeywordListBody
            {
                KeywordIdFilter = keywords,
                AdGroupIdFilter = adGroups,
                CampaignIdFilter = campaigns,
                MatchTypeFilter = filter.MatchTypes,
                KeywordTextFilter = TermsFilter.From(filter.KeywordText),
                Locale = filter.Locale,
            });
        return _lists.ByToken(
            KeywordsList,
            bodies,
            SponsoredProductsJsonContext.Default.KeywordListBody,
            SponsoredProductsJsonContext.Default.IReadOnlyListSpKeyword,
            keyword => keyword.KeywordId.Value);
    }
}
