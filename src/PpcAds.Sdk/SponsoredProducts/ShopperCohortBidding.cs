namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A raise of bids for one audience.</summary>
public sealed record ShopperCohortBidding
{
    /// <summary>What kind of cohort; <c>AUDIENCE_SEGMENT</c> so far.</summary>
    public string? ShopperCohortType { get; init; }

    /// <summary>Percent, 0 to 900.</summary>
    public int? Percentage { get; init; }

    /// <summary>The audience.</summary>
    public IReadOnlyList<SpAudienceSegment>? AudienceSegments { get; init; }
}
