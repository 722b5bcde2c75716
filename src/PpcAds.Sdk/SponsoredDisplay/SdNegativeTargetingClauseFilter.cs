namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>Which negative targets to list.</summary>
public sealed record SdNegativeTargetingClauseFilter : SponsoredDisplayFilter
{
    /// <summary>Only these negative targets; any number.</summary>
    public IReadOnlyList<TargetId>? TargetIds { get; init; }

    /// <summary>Those of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }
}
