using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>The kind of creatives in an ad group. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<SdCreativeType>))]
public readonly record struct SdCreativeType(string Value) : IOpenEnum<SdCreativeType>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Pictures.</summary>
    public static readonly SdCreativeType Image = new("IMAGE");

    /// <summary>Videos.</summary>
    public static readonly SdCreativeType Video = new("VIDEO");

    static IReadOnlyList<SdCreativeType> IOpenEnum<SdCreativeType>.Known => [Image, Video];

    static SdCreativeType IOpenEnum<SdCreativeType>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
