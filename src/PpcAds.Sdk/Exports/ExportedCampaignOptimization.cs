namespace PpcAds.Sdk.Exports;

/// <summary>How Amazon moves a campaign's bids.</summary>
public sealed record ExportedCampaignOptimization
{
    /// <summary>The strategy, such as <c>SALES_DOWN_ONLY</c>: other names than the lists have, and Amazon's own samples spell them in more than one way.</summary>
    public string? BidStrategy { get; init; }

    /// <summary>Raises by placement.</summary>
    public IReadOnlyList<ExportedPlacementBidAdjustment>? PlacementBidAdjustments { get; init; }
}
