using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of a keyword, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<KeywordId>))]
public readonly record struct KeywordId(long Value) : IAmazonId<KeywordId>, ISpanParsable<KeywordId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static KeywordId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out KeywordId id) ? id : throw IdText.Error(nameof(KeywordId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out KeywordId id) => TryRead(text, out id);

    static KeywordId IParsable<KeywordId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<KeywordId>.TryParse(string? s, IFormatProvider? provider, out KeywordId result) =>
        TryRead(s, out result);

    static KeywordId ISpanParsable<KeywordId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out KeywordId id) ? id : throw IdText.Error(nameof(KeywordId), "a 64-bit integer");

    static bool ISpanParsable<KeywordId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out KeywordId result) =>
        TryRead(s, out result);

    static KeywordId IAmazonId<KeywordId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out KeywordId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new KeywordId(isId ? value : 0);
        return isId;
    }
}
