using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>A raise of bids for one placement.</summary>
public sealed record ExportedPlacementBidAdjustment
{
    /// <summary>The placement, such as <c>TOP_OF_SEARCH</c>.</summary>
    public string? Placement { get; init; }

    /// <summary>Percent.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>Members without a property here, by Amazon's name, as they came.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> AdditionalMembers
    {
        get => field ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);

        // What reads JSON leaves out every unknown member where there is no setter.
        internal set;
    }
}
