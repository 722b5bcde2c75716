namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A target other than a keyword: a product, a category, a brand, or one of the four automatic groups.</summary>
public sealed record SpTargetingClause
{
    /// <summary>The id.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>Manual or automatic.</summary>
    public required TargetingExpressionType ExpressionType { get; init; }

    /// <summary>What is targeted; all conditions must hold.</summary>
    public required IReadOnlyList<TargetingPredicate> Expression { get; init; }

    /// <summary>The same with names in place of ids.</summary>
    public required IReadOnlyList<TargetingPredicate> ResolvedExpression { get; init; }

    /// <summary>The bid in the profile's currency; <see langword="null"/> means the ad group's default bid, not zero.</summary>
    public decimal? Bid { get; init; }

    /// <summary>The id that targets of several countries have in common.</summary>
    public string? GlobalTargetId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
