namespace PpcAds.Sdk.Exports;

/// <summary>
/// An ad of any ad product. A row of an export, in Amazon's common model: what a product or an entity does not have is
/// <see langword="null"/>.
/// </summary>
public sealed record ExportedAd : ExportedObject
{
    /// <summary>The id.</summary>
    public required AdId AdId { get; init; }

    /// <summary>The ad group it is in. The export does not contain the campaign.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>The ad product.</summary>
    public AdProduct? AdProduct { get; init; }

    /// <summary>The name, if it has one.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>Such as <c>PRODUCT_AD</c>, <c>VIDEO</c>, <c>PRODUCT_COLLECTION</c>.</summary>
    public string? AdType { get; init; }

    /// <summary>The version of the ad.</summary>
    public string? AdVersionId { get; init; }

    /// <summary>What is shown.</summary>
    public ExportedCreative? Creative { get; init; }

    /// <summary>Whether ads are shown, such as <c>DELIVERING</c> or <c>NOT_DELIVERING</c>.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>Why not, or why less.</summary>
    public IReadOnlyList<string>? DeliveryReasons { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreationDateTime { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastUpdatedDateTime { get; init; }
}
