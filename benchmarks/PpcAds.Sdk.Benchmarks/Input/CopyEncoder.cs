using System.Buffers.Binary;
using System.Text;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// Writes rows as PostgreSQL's binary COPY takes them. PostgreSQL's documentation of COPY, "Binary Format"; the numeric type as
/// its function numeric_recv reads it.
/// </summary>
internal sealed class CopyEncoder
{
    private const int LongestRow = 4 * 1024;
    private const int NumericBase = 10_000;

    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    private readonly byte[] _buffer = new byte[1 << 20];
    private int _length;

    private CopyEncoder()
    {
    }

    /// <summary>Writes the file of a report's rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">The report.</param>
    /// <param name="fields">What is written for each column, in the order of the columns.</param>
    public static void Write(string path, ReportSource source, IReadOnlyList<Action<CopyEncoder, ReportRow>> fields)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var encoder = new CopyEncoder();
        Header.CopyTo(encoder._buffer, 0);
        encoder._length = Header.Length;
        foreach (ReportRow row in source.Read(0))
        {
            if (encoder._buffer.Length - encoder._length < LongestRow)
            {
                file.Write(encoder._buffer, 0, encoder._length);
                encoder._length = 0;
            }

            encoder.Int16((short)fields.Count);
            foreach (Action<CopyEncoder, ReportRow> field in fields)
            {
                field(encoder, row);
            }
        }

        encoder.Int16(-1);
        file.Write(encoder._buffer, 0, encoder._length);
        file.Flush(flushToDisk: true);
    }

    public void Null() => Int32(-1);

    public void Smallint(short value)
    {
        Int32(2);
        Int16(value);
    }

    public void Integer(int value)
    {
        Int32(4);
        Int32(value);
    }

    public void Bigint(long value)
    {
        Int32(8);
        Int64(value);
    }

    public void Date(DateOnly value) => Integer(value.DayNumber - Epoch.DayNumber);

    /// <summary>The beginning of a day.</summary>
    public void Timestamp(DateOnly value) => Bigint((value.DayNumber - (long)Epoch.DayNumber) * 24 * 60 * 60 * 1_000_000);

    public void Uuid(ulong first, ulong second)
    {
        Int32(16);
        Int64((long)first);
        Int64((long)second);
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Null();
            return;
        }

        int length = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length + 4));
        Int32(length);
        _length += length;
    }

    public void Numeric(long cents)
    {
        (long whole, long part) = Math.DivRem(cents, 100);
        Span<short> digits = stackalloc short[8];
        int count = 0;
        for (long rest = whole; rest > 0; rest /= NumericBase)
        {
            digits[count++] = (short)(rest % NumericBase);
        }

        // Most significant first.
        int weight = count - 1;
        digits[..count].Reverse();
        if (part > 0)
        {
            digits[count++] = (short)(part * 100);
        }

        Int32(8 + (2 * count));
        Int16((short)count);
        Int16((short)(count == 0 ? 0 : weight));
        Int16(0);
        Int16(2);
        for (int i = 0; i < count; i++)
        {
            Int16(digits[i]);
        }
    }

    private void Int64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_buffer.AsSpan(_length), value);
        _length += 8;
    }

    private void Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(_length), value);
        _length += 4;
    }

    private void Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_buffer.AsSpan(_length), value);
        _length += 2;
    }
}
