using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of an advertising profile: one advertiser in one marketplace, living in one region.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<ProfileId>))]
public readonly record struct ProfileId(long Value) : IAmazonId<ProfileId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static ProfileId Parse(string text) => new(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    static ProfileId IAmazonId<ProfileId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
