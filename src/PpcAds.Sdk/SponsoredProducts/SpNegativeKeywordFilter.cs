namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>
/// Which negative keywords to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.
/// </summary>
public sealed record SpNegativeKeywordFilter : ExtendableFilter
{
    /// <summary>Only these negative keywords; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<KeywordId>? KeywordIds { get; init; }

    /// <summary>Those of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Those of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Those of these match types.</summary>
    public IReadOnlyList<NegativeKeywordMatchType>? MatchTypes { get; init; }

    /// <summary>By the keyword's words.</summary>
    public TextFilter? KeywordText { get; init; }

    /// <summary>By the language of the native keyword, such as <c>zh_CN</c>.</summary>
    public string? Locale { get; init; }
}
