namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// Which negative targets to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.
/// Amazon takes three kinds of filter at most, and the states are one.
/// A negative target is never paused: that state is left out.
/// </summary>
public sealed record SbNegativeTargetFilter : EntityFilter
{
    /// <summary>Negative targets of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Negative targets of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>
    /// Negative targets of video campaigns (<see cref="SbCreativeType.Video"/>) or of all others
    /// (<see cref="SbCreativeType.ProductCollection"/>).
    /// </summary>
    public SbCreativeType? CreativeType { get; init; }
}
