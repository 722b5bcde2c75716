using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>How near a search must come to a keyword. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<KeywordMatchType>))]
public readonly record struct KeywordMatchType(string Value) : IOpenEnum<KeywordMatchType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>All words in any order.</summary>
    public static readonly KeywordMatchType Broad = new("BROAD");

    /// <summary>The phrase, with words around it.</summary>
    public static readonly KeywordMatchType Phrase = new("PHRASE");

    /// <summary>The same words.</summary>
    public static readonly KeywordMatchType Exact = new("EXACT");

    static IReadOnlyList<KeywordMatchType> IOpenEnum<KeywordMatchType>.Known => [Broad, Phrase, Exact];

    static KeywordMatchType IOpenEnum<KeywordMatchType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
