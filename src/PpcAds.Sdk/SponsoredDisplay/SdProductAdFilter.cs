namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>Which product ads to list.</summary>
public sealed record SdProductAdFilter : SponsoredDisplayFilter
{
    /// <summary>Only these ads; any number.</summary>
    public IReadOnlyList<AdId>? AdIds { get; init; }

    /// <summary>Those of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }
}
