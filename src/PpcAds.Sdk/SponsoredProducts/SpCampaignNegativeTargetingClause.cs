namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A product or brand that the ads of a whole campaign keep away from.</summary>
public sealed record SpCampaignNegativeTargetingClause
{
    /// <summary>The id.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>What is kept away from.</summary>
    public required IReadOnlyList<TargetingPredicate> Expression { get; init; }

    /// <summary>The same with names in place of ids.</summary>
    public required IReadOnlyList<TargetingPredicate> ResolvedExpression { get; init; }

    /// <summary>The id that targets of several countries have in common.</summary>
    public string? GlobalTargetId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
