using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>
/// A product or brand that keeps ads of an ad group away. Amazon's file marks nothing as required; the ids are, since the SDK
/// cannot identify one without them.
/// </summary>
public sealed record SdNegativeTargetingClause
{
    /// <summary>The id.</summary>
    public required TargetId TargetId { get; init; }

    /// <summary>The ad group it is in.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in; Amazon's older answers leave it out.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>Whether it was chosen by hand.</summary>
    public TargetingExpressionType? ExpressionType { get; init; }

    /// <summary>What is kept away from, by ids. All conditions must hold.</summary>
    public IReadOnlyList<TargetingPredicate>? Expression { get; init; }

    /// <summary>The same, by names.</summary>
    [JsonConverter(typeof(TargetingExpressionJsonConverter))]
    public IReadOnlyList<TargetingPredicate>? ResolvedExpression { get; init; }

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
