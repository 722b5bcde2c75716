namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>A raise of bids for one placement.</summary>
public sealed record PlacementBidding
{
    /// <summary>The placement.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Percent, 0 to 900.</summary>
    public int? Percentage { get; init; }
}
