namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>An audience.</summary>
public sealed record SbAudienceSegment
{
    /// <summary>The audience's id: text, not a number.</summary>
    public string? AudienceId { get; init; }

    /// <summary>Where the audience comes from.</summary>
    public string? AudienceSegmentType { get; init; }
}
