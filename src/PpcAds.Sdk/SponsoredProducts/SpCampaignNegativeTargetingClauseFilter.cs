namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>
/// Which negative targets to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.
/// </summary>
public sealed record SpCampaignNegativeTargetingClauseFilter : ExtendableFilter
{
    /// <summary>Only these negative targets; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<TargetId>? TargetIds { get; init; }

    /// <summary>Those of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>By the product that is named.</summary>
    public TextFilter? Asin { get; init; }
}
