using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of a target: a product, a category, an audience or an automatic group, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<TargetId>))]
public readonly record struct TargetId(long Value) : IAmazonId<TargetId>, ISpanParsable<TargetId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static TargetId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out TargetId id) ? id : throw IdText.Error(nameof(TargetId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TargetId id) => TryRead(text, out id);

    static TargetId IParsable<TargetId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TargetId>.TryParse(string? s, IFormatProvider? provider, out TargetId result) =>
        TryRead(s, out result);

    static TargetId ISpanParsable<TargetId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out TargetId id) ? id : throw IdText.Error(nameof(TargetId), "a 64-bit integer");

    static bool ISpanParsable<TargetId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TargetId result) =>
        TryRead(s, out result);

    static TargetId IAmazonId<TargetId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out TargetId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new TargetId(isId ? value : 0);
        return isId;
    }
}
