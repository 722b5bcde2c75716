namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// A product target of an ad group. Amazon's file marks nothing as required; the ids are, since the SDK cannot
/// identify one without them.
/// </summary>
public sealed record SbTarget
{
    /// <summary>The id.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>What is aimed at, by ids. All conditions must hold.</summary>
    public IReadOnlyList<TargetingPredicate>? Expressions { get; init; }

    /// <summary>The same, by names.</summary>
    public IReadOnlyList<TargetingPredicate>? ResolvedExpressions { get; init; }

    /// <summary>Enabled, paused or archived; <c>DRAFT</c> and <c>PENDING</c> before Amazon has approved it.</summary>
    public EntityState? State { get; init; }

    /// <summary>The bid in the profile's currency.</summary>
    public decimal? Bid { get; init; }
}
