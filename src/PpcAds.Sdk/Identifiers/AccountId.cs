using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PpcAds.Sdk;

/// <summary>The host's own number for one connected account: one grant with its credentials. Not an id of Amazon's.</summary>
/// <param name="Value">The number, above 0.</param>
public readonly record struct AccountId(long Value) : ISpanParsable<AccountId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="s">The text: a number above 0 in decimal digits.</param>
    /// <param name="provider">Not used: an id is written alike in every culture.</param>
    /// <exception cref="FormatException">The text is not a number above 0.</exception>
    public static AccountId Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static AccountId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out AccountId id) ? id : throw new FormatException("An account id must be a number above 0.");

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: an id is written alike in every culture.</param>
    /// <param name="result">The id.</param>
    /// <returns>Whether the text is a number above 0.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out AccountId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AccountId result)
    {
        bool isId = IdText.TryParse(s, out long value) && value > 0;
        result = new AccountId(isId ? value : 0);
        return isId;
    }

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
