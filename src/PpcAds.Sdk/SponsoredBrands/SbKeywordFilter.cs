namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>Which keywords to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record SbKeywordFilter : EntityFilter
{
    /// <summary>Only these keywords; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<KeywordId>? KeywordIds { get; init; }

    /// <summary>Keywords of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Keywords of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Keywords of these match types.</summary>
    public IReadOnlyList<KeywordMatchType>? MatchTypes { get; init; }

    /// <summary>Keywords with these words.</summary>
    public string? KeywordText { get; init; }

    /// <summary>
    /// Keywords of video campaigns (<see cref="SbCreativeType.Video"/>) or of all others
    /// (<see cref="SbCreativeType.ProductCollection"/>).
    /// </summary>
    public SbCreativeType? CreativeType { get; init; }

    /// <summary>By the language of the native keyword, such as <c>zh_CN</c>.</summary>
    public string? Locale { get; init; }
}
