using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>A tag of a campaign.</summary>
public sealed record ExportedTag
{
    /// <summary>Its name.</summary>
    public string? Key { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }

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
