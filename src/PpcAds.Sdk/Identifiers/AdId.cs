using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of an ad, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<AdId>))]
public readonly record struct AdId(long Value) : IAmazonId<AdId>, ISpanParsable<AdId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static AdId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out AdId id) ? id : throw IdText.Error(nameof(AdId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AdId id) => TryRead(text, out id);

    static AdId IParsable<AdId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AdId>.TryParse(string? s, IFormatProvider? provider, out AdId result) =>
        TryRead(s, out result);

    static AdId ISpanParsable<AdId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out AdId id) ? id : throw IdText.Error(nameof(AdId), "a 64-bit integer");

    static bool ISpanParsable<AdId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AdId result) =>
        TryRead(s, out result);

    static AdId IAmazonId<AdId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out AdId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new AdId(isId ? value : 0);
        return isId;
    }
}
