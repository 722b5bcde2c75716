using System.Buffers;
using System.Text;

namespace PpcAds.Sdk;

/// <summary>
/// Text that every database can hold. PostgreSQL refuses U+0000, and half a surrogate pair has no UTF-8 form: both become U+FFFD.
/// The one place for text of .NET strings; <see cref="Json.JsonText"/> is its twin for what arrives as JSON.
/// </summary>
public static class StorableText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit), '\0']);

    /// <summary>Replaces each character that no database holds by U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The same string when there is nothing to replace.</returns>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny(Suspects) < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                if (char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
                {
                    target[i] = source[i];
                    target[++i] = source[i];
                }
                else
                {
                    target[i] = source[i] == '\0' || char.IsSurrogate(source[i]) ? Replacement : source[i];
                }
            }
        });
    }

    /// <summary>Cleans a text and shortens it to a length, without cutting through a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The most characters (UTF-16 code units) of the result; above 0.</param>
    /// <param name="ellipsis">What ends a text that was shortened, within the length.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int maxLength, string ellipsis = "")
    {
        ArgumentNullException.ThrowIfNull(ellipsis);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxLength, ellipsis.Length);
        string? clean = Clean(text);
        if (clean is null || clean.Length <= maxLength)
        {
            return clean;
        }

        int length = maxLength - ellipsis.Length;
        return string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[length - 1]) ? length - 1 : length), ellipsis);
    }

    /// <summary>Decodes UTF-8 of any quality, at most so many bytes of it.</summary>
    internal static string Decode(ReadOnlySpan<byte> utf8, int maxBytes) =>
        Clean(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, maxBytes)]));
}
