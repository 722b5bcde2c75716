namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// Which negative keywords to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.
/// </summary>
public sealed record SbNegativeKeywordFilter : EntityFilter
{
    /// <summary>Only these negative keywords; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<KeywordId>? KeywordIds { get; init; }

    /// <summary>Negative keywords of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Negative keywords of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Negative keywords of these match types.</summary>
    public IReadOnlyList<NegativeKeywordMatchType>? MatchTypes { get; init; }

    /// <summary>Negative keywords with these words.</summary>
    public string? KeywordText { get; init; }

    /// <summary>
    /// Negative keywords of video campaigns (<see cref="SbCreativeType.Video"/>) or of all others
    /// (<see cref="SbCreativeType.ProductCollection"/>).
    /// </summary>
    public SbCreativeType? CreativeType { get; init; }
}
