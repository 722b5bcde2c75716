using System.Text.Json;

namespace PpcAds.Sdk.Exports;

/// <summary>How Amazon moves a campaign's bids.</summary>
public sealed record ExportedCampaignOptimization : ExportedObject
{
    /// <summary>
    /// The strategy, such as <c>SALES_DOWN_ONLY</c>: other names than the lists have, and Amazon's own samples spell them in more
    /// than one way.
    /// </summary>
    public string? BidStrategy { get; init; }

    /// <summary>Raises by placement.</summary>
    public IReadOnlyList<ExportedPlacementBidAdjustment>? PlacementBidAdjustments { get; init; }

    /// <summary>Goals, where the product has them on campaigns, as Sponsored Brands does.</summary>
    public ExportedGoalSettings? GoalSettings { get; init; }

    /// <summary>Raises by segment of shoppers, as Amazon sends them.</summary>
    public JsonElement? ShopperSegmentBidAdjustment { get; init; }

    /// <summary>Raises by cohort of shoppers, as Amazon sends them.</summary>
    public JsonElement? ShopperCohortBidAdjustment { get; init; }
}
