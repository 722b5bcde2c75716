namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A keyword that keeps the ads of a whole campaign away.</summary>
public sealed record SpCampaignNegativeKeyword
{
    /// <summary>The id.</summary>
    public required KeywordId KeywordId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The words.</summary>
    public required string KeywordText { get; init; }

    /// <summary>How near a search must come.</summary>
    public required NegativeKeywordMatchType MatchType { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>The id that keywords of several countries have in common.</summary>
    public string? GlobalKeywordId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
