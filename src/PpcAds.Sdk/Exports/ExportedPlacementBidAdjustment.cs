namespace PpcAds.Sdk.Exports;

/// <summary>A raise of bids for one placement.</summary>
public sealed record ExportedPlacementBidAdjustment : ExportedObject
{
    /// <summary>The placement, such as <c>TOP_OF_SEARCH</c>.</summary>
    public string? Placement { get; init; }

    /// <summary>Percent.</summary>
    public decimal? Percentage { get; init; }
}
