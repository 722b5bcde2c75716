using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of an ad, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<AdId>))]
public readonly record struct AdId(long Value) : IAmazonId<AdId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static AdId Parse(string text) => new(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    static AdId IAmazonId<AdId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
