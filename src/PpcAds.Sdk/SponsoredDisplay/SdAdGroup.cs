using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>
/// An ad group. Amazon's file marks nothing as required; the ids are, since the SDK cannot identify one without them.
/// </summary>
public sealed record SdAdGroup
{
    /// <summary>The id.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>The bid of targets without one, in the profile's currency.</summary>
    public decimal? DefaultBid { get; init; }

    /// <summary>What bids are optimized for.</summary>
    public BidOptimization? BidOptimization { get; init; }

    /// <summary>What it may aim at: its campaign's tactic.</summary>
    public Tactic? Tactic { get; init; }

    /// <summary>The kind of its creatives; <see langword="null"/> for an ad group without its own creatives.</summary>
    public SdCreativeType? CreativeType { get; init; }

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
