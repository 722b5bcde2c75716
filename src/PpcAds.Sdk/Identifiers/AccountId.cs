using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PpcAds.Sdk;

/// <summary>The host's own number for one connected account: one grant with its credentials. Not an id of Amazon's.</summary>
/// <param name="Value">The number, above 0.</param>
public readonly record struct AccountId(long Value) : ISpanParsable<AccountId>
{
    /// <summary>Reads an id from decimal text.</summary>
    /// <param name="text">The text: a number above 0 in decimal digits.</param>
    /// <exception cref="FormatException">The text is not a number above 0.</exception>
    public static AccountId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out AccountId id) ? id : throw IdText.Error(nameof(AccountId), "a number above 0");
    }

    /// <summary>Reads an id from decimal text, if it is one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether the text is a number above 0.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId id) => TryRead(text, out id);

    static AccountId IParsable<AccountId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<AccountId>.TryParse(string? s, IFormatProvider? provider, out AccountId result) =>
        TryRead(s, out result);

    static AccountId ISpanParsable<AccountId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out AccountId id) ? id : throw IdText.Error(nameof(AccountId), "a number above 0");

    static bool ISpanParsable<AccountId>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AccountId result) =>
        TryRead(s, out result);

    /// <summary>The id as decimal text.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(ReadOnlySpan<char> text, out AccountId id)
    {
        bool isId = IdText.TryParsePositive(text, out long value);
        id = new AccountId(isId ? value : 0);
        return isId;
    }
}
