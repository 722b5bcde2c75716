namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>A change of bids for one placement.</summary>
public sealed record BidAdjustmentByPlacement
{
    /// <summary>The placement.</summary>
    public BidPlacement? Placement { get; init; }

    /// <summary>Percent, -99 to 900.</summary>
    public decimal? Percentage { get; init; }
}
