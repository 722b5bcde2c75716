namespace PpcAds.Sdk.Exports;

/// <summary>
/// A target of any ad product, negative ones included: a keyword, a product, an audience. A row of an export, in Amazon's common
/// model: what a product or an entity does not have is <see langword="null"/>.
/// </summary>
public sealed record ExportedTarget : ExportedObject
{
    /// <summary>The id; for a keyword of Sponsored Products, that of the keyword.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The ad group it is in; <see langword="null"/> for a target of a campaign.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>The campaign; only for a target of a campaign. Else it is that of the ad group.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad product.</summary>
    public AdProduct? AdProduct { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>Whether it excludes.</summary>
    public bool? Negative { get; init; }

    /// <summary>The bid; without one the ad group's default holds.</summary>
    public ExportedTargetBid? Bid { get; init; }

    /// <summary>What it aims at.</summary>
    public ExportedTargetType? TargetType { get; init; }

    /// <summary>At which.</summary>
    public ExportedTargetDetails? TargetDetails { get; init; }

    /// <summary>Whether ads are shown, such as <c>DELIVERING</c> or <c>NOT_DELIVERING</c>.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>Why not, or why less.</summary>
    public IReadOnlyList<string>? DeliveryReasons { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreationDateTime { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastUpdatedDateTime { get; init; }
}
