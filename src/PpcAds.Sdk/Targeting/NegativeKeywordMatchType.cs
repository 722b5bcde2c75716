using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>How near a search must come to a negative keyword. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<NegativeKeywordMatchType>))]
public readonly record struct NegativeKeywordMatchType(string Value) : IOpenEnum<NegativeKeywordMatchType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>The same words.</summary>
    public static readonly NegativeKeywordMatchType Exact = new("NEGATIVE_EXACT");

    /// <summary>The phrase, with words around it.</summary>
    public static readonly NegativeKeywordMatchType Phrase = new("NEGATIVE_PHRASE");

    /// <summary>All words in any order.</summary>
    public static readonly NegativeKeywordMatchType Broad = new("NEGATIVE_BROAD");

    static NegativeKeywordMatchType IOpenEnum<NegativeKeywordMatchType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
