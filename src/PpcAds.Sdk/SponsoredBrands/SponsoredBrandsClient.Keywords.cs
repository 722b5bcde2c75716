using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Keywords.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly AdsOperation KeywordsOperation = Index("keywords", "sbkeyword");

    /// <summary>Lists keywords.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbKeyword> ListKeywordsAsync(SbKeywordFilter? filter = null)
    {
        filter ??= new SbKeywordFilter();
        CheckCreativeType(new FilterRules("The keyword filter"), filter.CreativeType)
            .Common(filter)
            .Ids(nameof(filter.KeywordIds), filter.KeywordIds)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .NotEmpty(nameof(filter.MatchTypes), filter.MatchTypes)
            .Enforce();
        IEnumerable<string> queries =
            from keywords in FilterParts.Cut(filter.KeywordIds, IdsOfVersion3)
            from adGroups in FilterParts.Cut(filter.AdGroupIds, IdsOfVersion3)
            from campaigns in FilterParts.Cut(filter.CampaignIds, IdsOfVersion3)
            select new ListQuery()
                .Names("stateFilter", filter.States.Select(state => state.Value))
                .Names("matchTypeFilter", filter.MatchTypes?.Select(type => type.Value))
                .Text("keywordText", filter.KeywordText)
                .Ids("keywordIdFilter", keywords)
                .Ids("adGroupIdFilter", adGroups)
                .Ids("campaignIdFilter", campaigns)
                .Names("creativeType", filter.CreativeType is { } type ? [type.Value] : null)
                .Text("locale", filter.Locale)
                .ToString();
        return _lists.ByIndex(
            KeywordsOperation,
            "sb/keywords",
            [.. queries],
            _lists.PageSizeOf(filter),
            SponsoredBrandsTargetingJsonContext.Default.IReadOnlyListSbKeyword,
            keyword => keyword.KeywordId.Value);
    }
}
