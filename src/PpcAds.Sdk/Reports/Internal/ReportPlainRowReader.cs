using System.Numerics;
using System.Runtime.Intrinsics;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Reads a row of the plainest form: no blanks, the columns of the row before in the same order, no escapes, no nesting. Nearly
/// every row is of this form, and comparing a whole expected name at once takes half the time of the general JSON reader.
/// </summary>
/// <remarks>
/// It accepts a part of what the JSON reader accepts, with the same result, and gives up at anything else, be it unusual, wrong or
/// not whole: the row is then read again by <see cref="ReportRowParser"/>, which alone decides what is an error.
/// </remarks>
internal sealed class ReportPlainRowReader(ReportRows rows, ReportColumnNames columns)
{
    private const int FastDigits = 18;

    /// <summary>Reads a row into the cells behind the complete rows; the caller then ends the row.</summary>
    /// <param name="json">Text that starts with the row.</param>
    /// <param name="offset">Where that text starts within the batch.</param>
    /// <returns>The length of the row, or 0 when it is not of that form.</returns>
    public int TryRead(ReadOnlySpan<byte> json, int offset)
    {
        Span<ReportCell> row = rows.BeginRow(columns.Count);
        ReadOnlySpan<int> expected = columns.Predicted;
        if (json.Length == 0 || json[0] != '{')
        {
            return 0;
        }

        int at = 1;
        foreach (int column in expected)
        {
            ReadOnlySpan<byte> name = columns.QuotedName(column);
            if (name.IsEmpty || !json[at..].StartsWith(name))
            {
                return 0;
            }

            at += name.Length;
            int length = ReadValue(json[at..], offset + at, ref row[column]);
            at += length;
            if (length == 0 || at >= json.Length)
            {
                return 0;
            }

            byte next = json[at++];
            if (next == '}')
            {
                return at;
            }

            if (next != ',')
            {
                return 0;
            }
        }

        return 0;
    }

    private static int ReadValue(ReadOnlySpan<byte> json, int offset, ref ReportCell cell)
    {
        if (json.IsEmpty)
        {
            return 0;
        }

        switch (json[0])
        {
            case (byte)'"':
                int length = PlainTextLength(json[1..]);
                cell = new ReportCell(ReportCellKind.Text, offset + 1, Math.Max(length, 0));
                return length < 0 ? 0 : length + 2;
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

    /// <summary>The bytes up to the closing quote, or -1 when an escape or a control character comes first, or no quote at all.</summary>
    private static int PlainTextLength(ReadOnlySpan<byte> json)
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
                at += BitOperations.TrailingZeroCount(stops);
                return json[at] == '"' ? at : -1;
            }

            at += Vector128<byte>.Count;
        }

        for (; at < json.Length && json[at] >= ' ' && json[at] != '\\'; at++)
        {
            if (json[at] == '"')
            {
                return at;
            }
        }

        return -1;
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
