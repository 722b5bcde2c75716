using PpcAds.Sdk.Lists;
namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record KeywordListBody : ListBody
{
    public IncludeFilter<KeywordId>? KeywordIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    /// <summary>A bare array, unlike the other filters.</summary>
    public IReadOnlyList<KeywordMatchType>? MatchTypeFilter { get; init; }

    public TermsFilter? KeywordTextFilter { get; init; }

    public string? Locale { get; init; }
}
