using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>
/// An ad for a product. Amazon's file marks nothing as required; the ids are, since the SDK cannot identify one without them.
/// </summary>
public sealed record SdProductAd
{
    /// <summary>The id.</summary>
    public required AdId AdId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public string? AdName { get; init; }

    /// <summary>The product.</summary>
    public string? Asin { get; init; }

    /// <summary>The seller's own number of it; vendors have none.</summary>
    public string? Sku { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>The page it leads to, when that is not the product's.</summary>
    [JsonPropertyName("landingPageURL")]
    public string? LandingPageUrl { get; init; }

    /// <summary>The kind of that page.</summary>
    public SdLandingPageType? LandingPageType { get; init; }

    /// <summary>Whether it is served, and why not: an open set. Only in a list with extended data, as the two below.</summary>
    public string? ServingStatus { get; init; }

    /// <summary>When it was made. Amazon names no unit; milliseconds are taken, as in its other products.</summary>
    [JsonPropertyName("creationDate")]
    [JsonConverter(typeof(UnixMillisecondsJsonConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    [JsonPropertyName("lastUpdatedDate")]
    [JsonConverter(typeof(UnixMillisecondsJsonConverter))]
    public DateTimeOffset? LastUpdatedAt { get; init; }
}
