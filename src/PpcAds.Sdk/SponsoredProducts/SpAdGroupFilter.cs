namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Which ad groups to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record SpAdGroupFilter : ExtendableFilter
{
    /// <summary>Only these ad groups; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Ad groups of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Ad groups of automatic, or of manual campaigns.</summary>
    public TargetingType? CampaignTargetingType { get; init; }

    /// <summary>By name.</summary>
    public TextFilter? Name { get; init; }
}
