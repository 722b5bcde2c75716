namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// Which ads to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused. A page holds at most 100.
/// </summary>
public sealed record SbAdFilter : EntityFilter
{
    /// <summary>Only these ads; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<AdId>? AdIds { get; init; }

    /// <summary>Ads of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Ads of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>By name.</summary>
    public TextFilter? Name { get; init; }

    /// <summary>The version of the creatives; <see langword="null"/> leaves it to Amazon.</summary>
    public CreativeVersion? CreativeVersion { get; init; }
}
