using System.Globalization;
using System.Text;

namespace PpcAds.Sdk.Reports;

/// <summary>Resolves the escapes of a JSON string.</summary>
internal static class ReportText
{
    /// <summary>
    /// Writes the text with escapes resolved. The source must be well formed. Half a surrogate pair, as a name cut in the middle
    /// of an emoji leaves it, becomes U+FFFD: it has no UTF-8 form, and one such name must not make a report unreadable. So does
    /// U+0000, which PostgreSQL cannot hold.
    /// </summary>
    /// <returns>The bytes written, at most as many as the source has.</returns>
    public static int Unescape(ReadOnlySpan<byte> source, Span<byte> target)
    {
        int written = 0;
        while (true)
        {
            int plain = source.IndexOf((byte)'\\');
            if (plain < 0)
            {
                source.CopyTo(target[written..]);
                return written + source.Length;
            }

            source[..plain].CopyTo(target[written..]);
            written += plain;
            source = source[plain..];
            if (source[1] == 'u')
            {
                Rune rune = ReadRune(ref source);
                written += rune.EncodeToUtf8(target[written..]);
            }
            else
            {
                target[written++] = source[1] switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    byte same => same,
                };
                source = source[2..];
            }
        }
    }

    private static Rune ReadRune(ref ReadOnlySpan<byte> source)
    {
        char first = ReadUnit(source);
        source = source[6..];
        if (char.IsHighSurrogate(first) && source.Length >= 6 && source[0] == '\\' && source[1] == 'u'
            && Rune.TryCreate(first, ReadUnit(source), out Rune pair))
        {
            source = source[6..];
            return pair;
        }

        return first != '\0' && Rune.TryCreate(first, out Rune rune) ? rune : Rune.ReplacementChar;
    }

    private static char ReadUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
