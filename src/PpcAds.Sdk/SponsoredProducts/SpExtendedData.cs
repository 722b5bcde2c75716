using System.Text.Json.Serialization;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Dates and serving status of an entity.</summary>
public sealed record SpExtendedData
{
    /// <summary>When the entity was made.</summary>
    [JsonPropertyName("creationDateTime")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("lastUpdateDateTime")]
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>Whether it is served, and why not: an open set of dozens of names.</summary>
    public string? ServingStatus { get; init; }

    /// <summary>The status in detail.</summary>
    public IReadOnlyList<ServingStatusDetail>? ServingStatusDetails { get; init; }
}
