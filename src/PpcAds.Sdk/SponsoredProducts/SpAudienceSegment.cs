namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>An audience.</summary>
public sealed record SpAudienceSegment
{
    /// <summary>The audience's id: text, not a number.</summary>
    public string? AudienceId { get; init; }

    /// <summary>Where the audience comes from; deprecated by Amazon.</summary>
    public string? AudienceSegmentType { get; init; }
}
