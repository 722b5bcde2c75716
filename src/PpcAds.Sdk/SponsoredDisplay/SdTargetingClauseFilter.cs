namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>Which targets to list.</summary>
public sealed record SdTargetingClauseFilter : SponsoredDisplayFilter
{
    /// <summary>Only these targets; any number.</summary>
    public IReadOnlyList<TargetId>? TargetIds { get; init; }

    /// <summary>Those of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }
}
