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
    [JsonExtensionData]
    public IDictionary<string, JsonElement> AdditionalMembers => field ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
