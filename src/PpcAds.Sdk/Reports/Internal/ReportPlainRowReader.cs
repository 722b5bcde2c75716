using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Reads a row of the plainest form: no blanks, the columns of the row before in the same order, no escaped code
/// points, no nesting. Nearly every row is of this form, and comparing a whole expected name in one step takes half the time of
/// the general JSON reader.
/// </summary>
/// <remarks>
/// It accepts a part of what the JSON reader accepts, with the same result, and gives up at anything else, be it unusual, wrong
/// or not whole: the row is then read again by <see cref="ReportRowParser"/>, which alone decides what is an error.
/// </remarks>
internal sealed class ReportPlainRowReader(ReportRows rows, ReportColumnNames columns)
{
    private const int FastDigits = 18;

    private static ReadOnlySpan<byte> ShortEscapes => "\"\\/bfnrt"u8;

    /// <summary>Reads a row into the cells behind the complete rows; the caller then ends the row.</summary>
    /// <param name="json">Text that starts with the row.</param>
    /// <param name="offset">Where that text starts within the batch.</param>
    /// <returns>The length of the row, or 0 when it is not of that form.</returns>
    public int TryRead(ReadOnlySpan<byte> json, int offset)
    {
        Span<ReportCell> row = rows.BeginRow(columns.Count);
        ReadOnlySpan<byte[]> names = columns.QuotedNames;
        if (json.Length == 0 || json[0] != '{')
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = json[1..];
        foreach (int column in columns.Predicted)
        {
            ReadOnlySpan<byte> name = names[column];
            if (name.IsEmpty || !rest.StartsWith(name))
            {
                return 0;
            }

            rest = rest[name.Length..];
            int length = ReadValue(rest, offset + json.Length - rest.Length, ref row[column]);
            if (length == 0 || length >= rest.Length)
            {
                return 0;
            }

            byte next = rest[length];
            rest = rest[(length + 1)..];
            if (next == '}')
            {
                return json.Length - rest.Length;
            }

            if (next != ',')
            {
                return 0;
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadValue(ReadOnlySpan<byte> json, int offset, ref ReportCell cell)
    {
        // Most figures of most rows are a single 0.
        if (json.Length > 1 && (uint)(json[0] - '0') <= 9 && json[1] is ((byte)',' or (byte)'}'))
        {
            cell = new ReportCell(ReportCellKind.Integer, offset, 1, json[0] - '0');
            return 1;
        }

        return json.IsEmpty ? 0 : ReadLongerValue(json, offset, ref cell);
    }

    private int ReadLongerValue(ReadOnlySpan<byte> json, int offset, ref ReportCell cell)
    {
        switch (json[0])
        {
            case (byte)'"':
                return ReadText(json, offset, ref cell);
            case (byte)'n' when json.StartsWith("null"u8):
                cell = new ReportCell(ReportCellKind.Null, offset, 0);
                return 4;
            case (byte)'t' when json.StartsWith("true"u8):
                cell = new ReportCell(ReportCellKind.Boolean, offset, 4, 1);
                return 4;
            case (byte)'f' when json.StartsWith("false"u8):
                cell = new ReportCell(ReportCellKind.Boolean, offset, 5);
                return 5;
            default:
                return ReadNumber(json, offset, ref cell);
        }
    }

    /// <summary>
    /// Reads a text whose escapes, if any, are those of two bytes: a quote in the expression of a target is one.
    /// </summary>
    private int ReadText(ReadOnlySpan<byte> json, int offset, ref ReportCell cell)
    {
        int end = 1 + PlainLength(json[1..]);
        bool isPlain = end < json.Length && json[end] == '"';
        while (end + 1 < json.Length && json[end] == '\\' && ShortEscapes.Contains(json[end + 1]))
        {
            end += 2;
            end += PlainLength(json[end..]);
        }

        if (end >= json.Length || json[end] != '"')
        {
            return 0;
        }

        cell = isPlain ? new ReportCell(ReportCellKind.Text, offset + 1, end - 1) : rows.AddEscapedText(json[1..end]);
        return end + 1;
    }

    /// <summary>The bytes before the first quote, escape or control character.</summary>
    private static int PlainLength(ReadOnlySpan<byte> json)
    {
        int at = 0;
        while (json.Length - at >= Vector128<byte>.Count)
        {
            Vector128<byte> bytes = Vector128.Create(json.Slice(at, Vector128<byte>.Count));
            uint stops = (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return at + BitOperations.TrailingZeroCount(stops);
            }

            at += Vector128<byte>.Count;
        }

        while (at < json.Length && json[at] >= ' ' && json[at] is not ((byte)'"' or (byte)'\\'))
        {
            at++;
        }

        return at;
    }

    private static int ReadNumber(ReadOnlySpan<byte> json, int offset, ref ReportCell cell)
    {
        bool negative = json[0] == '-';
        int whole = negative ? 1 : 0;
        int at = whole;
        long digits = 0;
        at += ReadDigits(json[at..], ref digits);
        int count = at - whole;
        int fraction = 0;
        if (count == 0 || (count > 1 && json[whole] == '0'))
        {
            return 0;
        }

        if (at < json.Length && json[at] == '.')
        {
            fraction = ReadDigits(json[(at + 1)..], ref digits);
            at += fraction + 1;
            if (fraction == 0)
            {
                return 0;
            }
        }

        // An exponent, or more digits than are read yet: whatever follows, only these two end a number of a plain row.
        if (at >= json.Length || json[at] is not ((byte)',' or (byte)'}'))
        {
            return 0;
        }

        if (fraction == 0 && count <= FastDigits)
        {
            cell = new ReportCell(ReportCellKind.Integer, offset, at, negative ? -digits : digits);
        }
        else if (fraction <= ReportNumber.MicrosScale && count <= FastDigits - ReportNumber.MicrosScale)
        {
            digits *= ReportNumber.PowerOfTen(ReportNumber.MicrosScale - fraction);
            cell = new ReportCell(ReportCellKind.Decimal, offset, at, negative ? -digits : digits);
        }
        else
        {
            // The digits may have run over: then what was summed up is not used.
            ReportCellKind kind = ReportNumber.Classify(json[..at], out long value);
            cell = new ReportCell(kind, offset, at, value);
        }

        return at;
    }

    private static int ReadDigits(ReadOnlySpan<byte> json, ref long digits)
    {
        long sum = digits;
        int at = 0;
        uint digit;
        while (at < json.Length && (digit = (uint)(json[at] - '0')) <= 9)
        {
            sum = unchecked((sum * 10) + digit);
            at++;
        }

        digits = sum;
        return at;
    }
}
