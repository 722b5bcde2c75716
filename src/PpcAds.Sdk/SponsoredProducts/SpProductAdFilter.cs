namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Which ads to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record SpProductAdFilter : ExtendableFilter
{
    /// <summary>Only these ads; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<AdId>? AdIds { get; init; }

    /// <summary>Those of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Those of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }
}
