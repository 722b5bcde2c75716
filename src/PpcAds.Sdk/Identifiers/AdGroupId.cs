using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of an ad group, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<AdGroupId>))]
public readonly record struct AdGroupId(long Value) : IAmazonId<AdGroupId>, ISpanParsable<AdGroupId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static AdGroupId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out AdGroupId id) ? id : throw IdText.Error(nameof(AdGroupId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AdGroupId id) => TryRead(text, out id);

    static AdGroupId IParsable<AdGroupId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AdGroupId>.TryParse(string? s, IFormatProvider? provider, out AdGroupId result) =>
        TryRead(s, out result);

    static AdGroupId ISpanParsable<AdGroupId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out AdGroupId id) ? id : throw IdText.Error(nameof(AdGroupId), "a 64-bit integer");

    static bool ISpanParsable<AdGroupId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AdGroupId result) =>
        TryRead(s, out result);

    static AdGroupId IAmazonId<AdGroupId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out AdGroupId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new AdGroupId(isId ? value : 0);
        return isId;
    }
}
