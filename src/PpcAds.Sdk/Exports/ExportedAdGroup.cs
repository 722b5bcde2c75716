using System.Text.Json.Serialization;
using PpcAds.Sdk.Exports.Wire;

namespace PpcAds.Sdk.Exports;

/// <summary>
/// An ad group of any ad product. A row of an export, in Amazon's common model: what a product or an entity does not have is
/// <see langword="null"/>.
/// </summary>
public sealed record ExportedAdGroup : ExportedObject
{
    /// <summary>The id.</summary>
    public required AdGroupId AdGroupId { get; init; }

    /// <summary>The campaign it is in.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>The ad product.</summary>
    public AdProduct? AdProduct { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public EntityState? State { get; init; }

    /// <summary>What its ads are made of, where the product says so.</summary>
    public string? CreativeType { get; init; }

    /// <summary>The bid of targets that have none of their own.</summary>
    public ExportedAdGroupBid? Bid { get; init; }

    /// <summary>What Amazon aims at.</summary>
    [JsonConverter(typeof(FirstObjectJsonConverter<ExportedAdGroupOptimization>))]
    public ExportedAdGroupOptimization? Optimization { get; init; }

    /// <summary>Whether ads are shown, such as <c>DELIVERING</c> or <c>NOT_DELIVERING</c>.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>Why not, or why less.</summary>
    public IReadOnlyList<string>? DeliveryReasons { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreationDateTime { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastUpdatedDateTime { get; init; }
}
