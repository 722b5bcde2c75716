using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record NegativeKeywordListBody : ListBody
{
    public IncludeFilter<KeywordId>? NegativeKeywordIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    /// <summary>A bare array, unlike the other filters.</summary>
    public IReadOnlyList<NegativeKeywordMatchType>? MatchTypeFilter { get; init; }

    public TermsFilter? NegativeKeywordTextFilter { get; init; }

    public string? Locale { get; init; }
}
