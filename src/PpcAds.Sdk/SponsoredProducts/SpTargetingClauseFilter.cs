namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Which targets to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record SpTargetingClauseFilter : ExtendableFilter
{
    /// <summary>Only these targets; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<TargetId>? TargetIds { get; init; }

    /// <summary>Those of these ad groups; any number.</summary>
    public IReadOnlyList<AdGroupId>? AdGroupIds { get; init; }

    /// <summary>Those of these campaigns; any number.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Those of these types.</summary>
    public IReadOnlyList<TargetingExpressionType>? ExpressionTypes { get; init; }

    /// <summary>By the product that is named.</summary>
    public TextFilter? Asin { get; init; }
}
