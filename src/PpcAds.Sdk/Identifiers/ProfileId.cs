using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of an advertising profile: one advertiser in one marketplace, living in one region.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<ProfileId>))]
public readonly record struct ProfileId(long Value) : IAmazonId<ProfileId>, ISpanParsable<ProfileId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static ProfileId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out ProfileId id) ? id : throw IdText.Error(nameof(ProfileId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ProfileId id) => TryRead(text, out id);

    static ProfileId IParsable<ProfileId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ProfileId>.TryParse(string? s, IFormatProvider? provider, out ProfileId result) =>
        TryRead(s, out result);

    static ProfileId ISpanParsable<ProfileId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out ProfileId id) ? id : throw IdText.Error(nameof(ProfileId), "a 64-bit integer");

    static bool ISpanParsable<ProfileId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ProfileId result) =>
        TryRead(s, out result);

    static ProfileId IAmazonId<ProfileId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out ProfileId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new ProfileId(isId ? value : 0);
        return isId;
    }
}
