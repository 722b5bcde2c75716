using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of a theme target, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<ThemeId>))]
public readonly record struct ThemeId(long Value) : IAmazonId<ThemeId>, ISpanParsable<ThemeId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static ThemeId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out ThemeId id) ? id : throw IdText.Error(nameof(ThemeId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ThemeId id) => TryRead(text, out id);

    static ThemeId IParsable<ThemeId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ThemeId>.TryParse(string? s, IFormatProvider? provider, out ThemeId result) =>
        TryRead(s, out result);

    static ThemeId ISpanParsable<ThemeId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out ThemeId id) ? id : throw IdText.Error(nameof(ThemeId), "a 64-bit integer");

    static bool ISpanParsable<ThemeId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ThemeId result) =>
        TryRead(s, out result);

    static ThemeId IAmazonId<ThemeId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out ThemeId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new ThemeId(isId ? value : 0);
        return isId;
    }
}
