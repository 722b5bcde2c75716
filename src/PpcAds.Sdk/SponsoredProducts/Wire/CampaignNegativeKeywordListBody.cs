using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record CampaignNegativeKeywordListBody : ListBody
{
    public IncludeFilter<KeywordId>? CampaignNegativeKeywordIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    /// <summary>A bare array, unlike the other filters.</summary>
    public IReadOnlyList<NegativeKeywordMatchType>? MatchTypeFilter { get; init; }

    public TermsFilter? CampaignNegativeKeywordTextFilter { get; init; }
}
