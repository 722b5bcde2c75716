using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>A product in an ad.</summary>
public sealed record ExportedProduct
{
    /// <summary><c>ASIN</c> or <c>SKU</c>.</summary>
    public string? ProductIdType { get; init; }

    /// <summary>The id.</summary>
    public string? ProductId { get; init; }

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
