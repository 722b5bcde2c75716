namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A keyword of an ad group.</summary>
public sealed record SpKeyword
{
    /// <summary>The id.</summary>
    public required KeywordId KeywordId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The words.</summary>
    public required string KeywordText { get; init; }

    /// <summary>How near a search must come.</summary>
    public required KeywordMatchType MatchType { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>The bid in the profile's currency; <see langword="null"/> means the ad group's default bid, not zero.</summary>
    public decimal? Bid { get; init; }

    /// <summary>The words in the advertiser's language.</summary>
    public string? NativeLanguageKeyword { get; init; }

    /// <summary>That language, such as <c>zh_CN</c>.</summary>
    public string? NativeLanguageLocale { get; init; }

    /// <summary>The id that keywords of several countries have in common.</summary>
    public string? GlobalKeywordId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
