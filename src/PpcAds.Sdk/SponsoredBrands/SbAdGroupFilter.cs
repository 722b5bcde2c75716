namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// Which ad groups to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused. A page holds at most
/// 100.
/// </summary>
public sealed record SbAdGroupFilter : ExtendableFilter
{
    /// <summary>Only these ad groups; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Ad groups of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>By name.</summary>
    public TextFilter? Name { get; init; }
}
