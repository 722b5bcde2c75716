namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// Which targets to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.
/// Amazon takes three kinds of filter at most, and the states are one.
/// </summary>
public sealed record SbTargetFilter : EntityFilter
{
    /// <summary>Targets of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Targets of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>
    /// Targets of video campaigns (<see cref="SbCreativeType.Video"/>) or of all others
    /// (<see cref="SbCreativeType.ProductCollection"/>).
    /// </summary>
    public SbCreativeType? CreativeType { get; init; }
}
