using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>Which version of a creative is listed. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<CreativeVersion>))]
public readonly record struct CreativeVersion(string Value) : IOpenEnum<CreativeVersion>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The newest, whether it is shown yet or not.</summary>
    public static readonly CreativeVersion Latest = new("LATEST");

    /// <summary>The one that is shown.</summary>
    public static readonly CreativeVersion Published = new("PUBLISHED");

    static IReadOnlyList<CreativeVersion> IOpenEnum<CreativeVersion>.Known => [Latest, Published];

    static CreativeVersion IOpenEnum<CreativeVersion>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
