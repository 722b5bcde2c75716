namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>Which ad groups to list.</summary>
public sealed record SdAdGroupFilter : SponsoredDisplayFilter
{
    /// <summary>Only these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Only ad groups with exactly this name.</summary>
    public string? Name { get; init; }
}
