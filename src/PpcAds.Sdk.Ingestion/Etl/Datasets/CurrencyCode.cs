using System.Text;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// Codes of currencies (ISO 4217), always in capitals: sums of <c>jpy</c> and <c>JPY</c> are sums of one currency.
/// </summary>
internal static class CurrencyCode
{
    private const int Length = 3;

    /// <summary>The code in capitals; <see langword="null"/> for a text that is no code of three letters.</summary>
    public static string? TryNormalize(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8[Ascii.Trim(utf8)];
        return utf8.Length == Length && char.IsAsciiLetter((char)utf8[0]) && char.IsAsciiLetter((char)utf8[1])
            && char.IsAsciiLetter((char)utf8[2])
            ? Encoding.ASCII.GetString(utf8).ToUpperInvariant()
            : null;
    }

    /// <inheritdoc cref="TryNormalize(ReadOnlySpan{byte})"/>
    public static string? TryNormalize(string? text) => text is null ? null : TryNormalize(Encoding.UTF8.GetBytes(text));
}
