namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>How Amazon moves a campaign's bids.</summary>
public sealed record DynamicBidding
{
    /// <summary>The strategy.</summary>
    public required BiddingStrategy Strategy { get; init; }

    /// <summary>Raises by placement; a placement that is not named has none.</summary>
    public IReadOnlyList<PlacementBidding>? PlacementBidding { get; init; }

    /// <summary>Raises by audience.</summary>
    public IReadOnlyList<ShopperCohortBidding>? ShopperCohortBidding { get; init; }
}
