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
    /// <param name="s">The text: a 64-bit integer in decimal digits.</param>
    /// <param name="provider">Not used: an id is written alike in every culture.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static AdGroupId Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static AdGroupId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        new(IdText.Parse(s));

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: an id is written alike in every culture.</param>
    /// <param name="result">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AdGroupId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out AdGroupId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AdGroupId result)
    {
        bool isId = IdText.TryParse(s, out long value);
        result = new AdGroupId(value);
        return isId;
    }

    static AdGroupId IAmazonId<AdGroupId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
