using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace PpcAds.Sdk.Json;

/// <summary>
/// Makes the text of a JSON answer one that .NET and every database can hold, before anything reads it: a name that was cut
/// within an emoji must not make a whole answer unreadable, whichever reader meets it.
/// </summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private static ReadOnlySpan<byte> Replacement => "\\ufffd"u8;

    /// <summary>
    /// The JSON without a byte order mark (RFC 8259 lets a reader ignore one); escapes of U+0000 and of half a surrogate pair,
    /// and bytes that are no UTF-8, as U+FFFD. The same memory when there is nothing to change.
    /// </summary>
    public static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> json)
    {
        json = WithoutMark(json);
        if (!Utf8.IsValid(json.Span))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        }

        byte[]? copy = null;
        int at = 0;
        while (FindEscape(json.Span, ref at))
        {
            int length = UnstorableLength(json.Span[at..]);
            if (length > 0)
            {
                copy ??= json.ToArray();
                Replacement.CopyTo(copy.AsSpan(at));
                at += length;
            }
            else
            {
                at += IsPair(json.Span[at..]) ? 2 * EscapeLength : EscapeLength;
            }
        }

        return copy ?? json;
    }

    /// <summary>The JSON without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;

    /// <summary>Moves on to the next whole escape of a code unit; one behind an escaped backslash is none.</summary>
    private static bool FindEscape(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length)
        {
            int found = json[at..].IndexOf((byte)'\\');
            if (found < 0 || at + found + 1 >= json.Length)
            {
                return false;
            }

            at += found;
            if (json[at + 1] == 'u' && json.Length - at >= EscapeLength && Unit(json[at..]) is not null)
            {
                return true;
            }

            at += 2;
        }

        return false;
    }

    /// <summary>The length of an escape that has to be replaced, or 0.</summary>
    private static int UnstorableLength(ReadOnlySpan<byte> escape) =>
        Unit(escape) is { } unit && (unit == '\0' || (char.IsSurrogate(unit) && !IsPair(escape))) ? EscapeLength : 0;

    private static bool IsPair(ReadOnlySpan<byte> escape) =>
        Unit(escape) is { } high && char.IsHighSurrogate(high)
        && escape.Length >= 2 * EscapeLength && escape[EscapeLength] == '\\' && escape[EscapeLength + 1] == 'u'
        && Unit(escape[EscapeLength..]) is { } low && char.IsLowSurrogate(low);

    private static char? Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, EscapeLength - 2), out ushort unit, out int consumed, 'x')
            && consumed == EscapeLength - 2
            ? (char)unit
            : null;
}
