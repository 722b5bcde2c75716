using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of a keyword, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<KeywordId>))]
public readonly record struct KeywordId(long Value) : IAmazonId<KeywordId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static KeywordId Parse(string text) => new(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    static KeywordId IAmazonId<KeywordId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
