using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>The id of a portfolio, unique within its profile.</summary>
/// <param name="Value">The number that Amazon gave; <c>0</c> stands for no id and is refused as input.</param>
[JsonConverter(typeof(AmazonIdJsonConverter<PortfolioId>))]
public readonly record struct PortfolioId(long Value) : IAmazonId<PortfolioId>, ISpanParsable<PortfolioId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a 64-bit integer in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static PortfolioId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out PortfolioId id) ? id : throw IdText.Error(nameof(PortfolioId), "a 64-bit integer");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a 64-bit integer.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PortfolioId id) => TryRead(text, out id);

    static PortfolioId IParsable<PortfolioId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PortfolioId>.TryParse(string? s, IFormatProvider? provider, out PortfolioId result) =>
        TryRead(s, out result);

    static PortfolioId ISpanParsable<PortfolioId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out PortfolioId id) ? id : throw IdText.Error(nameof(PortfolioId), "a 64-bit integer");

    static bool ISpanParsable<PortfolioId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PortfolioId result) =>
        TryRead(s, out result);

    static PortfolioId IAmazonId<PortfolioId>.FromInt64(long value) => new(value);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out PortfolioId id)
    {
        bool isId = IdText.TryParse(text, out long value);
        id = new PortfolioId(isId ? value : 0);
        return isId;
    }
}
