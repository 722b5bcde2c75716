using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of a target: a product, a category, an audience or an automatic group, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<TargetId>))]
public readonly record struct TargetId(long Value) : IAmazonId<TargetId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static TargetId Parse(string text) => new(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    static TargetId IAmazonId<TargetId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
