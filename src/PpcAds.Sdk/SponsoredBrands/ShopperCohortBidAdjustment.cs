namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>A raise of bids for one audience.</summary>
public sealed record ShopperCohortBidAdjustment
{
    /// <summary>What kind of cohort, such as <c>AUDIENCE_SEGMENT</c>.</summary>
    public string? ShopperCohortType { get; init; }

    /// <summary>Percent, 0 to 900.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>The audience.</summary>
    public IReadOnlyList<SbAudienceSegment>? AudienceSegments { get; init; }
}
