using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>Dates and serving status of an entity.</summary>
public sealed record SbExtendedData
{
    /// <summary>When the entity was made.</summary>
    [JsonPropertyName("creationDate")]
    [JsonConverter(typeof(UnixMillisecondsJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("lastUpdateDate")]
    [JsonConverter(typeof(UnixMillisecondsJsonConverter))]
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>Whether it is served, and why not: an open set of dozens of names.</summary>
    public string? ServingStatus { get; init; }

    /// <summary>The status in detail.</summary>
    public IReadOnlyList<string>? ServingStatusDetails { get; init; }
}
