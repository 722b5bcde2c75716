namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>How Amazon moves a campaign's bids.</summary>
public sealed record Bidding
{
    /// <summary>Whether Amazon lowers or raises bids for other placements than top of search.</summary>
    public bool? BidOptimization { get; init; }

    /// <summary>Changes by placement; a placement that is not named has none.</summary>
    public IReadOnlyList<BidAdjustmentByPlacement>? BidAdjustmentsByPlacement { get; init; }

    /// <summary>Raises by audience.</summary>
    public IReadOnlyList<ShopperCohortBidAdjustment>? ShopperCohortBidAdjustments { get; init; }
}
