using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Loading;

/// <summary>
/// Rows in PostgreSQL's binary COPY format, written into one buffer: through the driver's typed importer the same rows cost about
/// three times the processor time, which the server needs. PostgreSQL: COPY, "Binary Format".
/// </summary>
internal sealed class BinaryRows : IDisposable
{
    private const int InitialSize = 64 * 1024;

    // What is outgrown stays with the pool: a few large steps to the size of a piece leave little behind.
    private const int Growth = 4;
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    private readonly PerformanceMetric[] _metrics;
    private readonly bool[] _isMoney;
    private readonly bool _holdsSums;
    private readonly int _texts;
    private readonly byte[] _prefix;
    private readonly byte[] _suffix;
    private readonly long _seed;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    /// <param name="table">What rows are made of; after its columns comes the hash of them.</param>
    /// <param name="prefix">The values of the columns before, the same in each row.</param>
    /// <param name="suffix">The values of the columns after.</param>
    public BinaryRows(StagingTable table, IReadOnlyList<byte[]> prefix, IReadOnlyList<byte[]> suffix)
    {
        _metrics = [.. table.Metrics];
        _isMoney = [.. _metrics.Select(PerformanceMetrics.IsMoney)];
        _holdsSums = table.HoldsSums;
        _texts = table.TextColumns.Count;
        int columns = prefix.Count + table.RowColumns.Count + 1 + suffix.Count;
        _seed = table.AttributionDays;
        _prefix = [(byte)(columns >> 8), (byte)columns, .. Fields(prefix)];
        _suffix = [.. Fields(suffix)];
        Clear();
    }

    /// <summary>The bytes so far, with what begins a COPY.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public int Count { get; private set; }

    public static byte[] Int16(short value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Int32(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Int64(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>Microseconds since 2000.</summary>
    public static byte[] Instant(DateTimeOffset value) =>
        Int64((value.UtcTicks - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks) / TimeSpan.TicksPerMicrosecond);

    public void Clear()
    {
        Header.CopyTo(_bytes, 0);
        _length = Header.Length;
        Count = 0;
    }

    public void Add(PerformanceRow row)
    {
        Count++;
        Copy(_prefix);
        int began = _length;
        WriteInt32Field(row.Date.DayNumber - Epoch);
        WriteInt64Field(row.CampaignId ?? 0);
        WriteText(row.EntityDetail);
        WriteId(row.AdGroupId);
        WriteId(row.AdId);
        WriteId(row.TargetId);
        for (int i = 0; i < _texts; i++)
        {
            ReadOnlySpan<byte> text = row.GetUtf8((PerformanceText)i);
            if (text.IsEmpty)
            {
                WriteNull();
            }
            else
            {
                WriteText(text);
            }
        }

        WriteAscii(row.CurrencyCode);
        for (int i = 0; i < _metrics.Length; i++)
        {
            long value = row[_metrics[i]] ?? 0;
            if (value == 0)
            {
                WriteNull();
            }
            else if (_isMoney[i])
            {
                WriteMoney(value);
            }
            else if (_holdsSums)
            {
                WriteInt64Field(value);
            }
            else
            {
                WriteInt32Field(checked((int)value));
            }
        }

        if (!_holdsSums)
        {
            WriteOthers(row);
        }

        WriteInt64Field((long)XxHash3.HashToUInt64(_bytes.AsSpan(began, _length - began), _seed));
        Copy(_suffix);
    }

    /// <summary>What ends a COPY.</summary>
    public void End() => BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private static IEnumerable<byte> Fields(IEnumerable<byte[]> values) =>
        values.SelectMany(value => (IEnumerable<byte>)[.. Int32(value.Length), .. value]);

    private void WriteOthers(PerformanceRow row)
    {
        if (row.TopOfSearchImpressionShare is { } share)
        {
            WriteMoney((long)(share * PerformanceMetrics.MicrosPerUnit));
        }
        else
        {
            WriteNull();
        }

        if (row.ExtraUtf8.IsEmpty)
        {
            WriteNull();
            return;
        }

        // PostgreSQL: jsonb, version 1, followed by the text.
        Span<byte> field = Take(5 + row.ExtraUtf8.Length);
        BinaryPrimitives.WriteInt32BigEndian(field, 1 + row.ExtraUtf8.Length);
        field[4] = 1;
        row.ExtraUtf8.CopyTo(field[5..]);
    }

    private void WriteId(long? id)
    {
        if (id is { } value)
        {
            WriteInt64Field(value);
        }
        else
        {
            WriteNull();
        }
    }

    private void WriteNull() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    private void WriteInt32Field(int value)
    {
        Span<byte> field = Take(8);
        BinaryPrimitives.WriteInt32BigEndian(field, 4);
        BinaryPrimitives.WriteInt32BigEndian(field[4..], value);
    }

    private void WriteInt64Field(long value)
    {
        Span<byte> field = Take(12);
        BinaryPrimitives.WriteInt32BigEndian(field, 8);
        BinaryPrimitives.WriteInt64BigEndian(field[4..], value);
    }

    private void WriteText(ReadOnlySpan<byte> utf8)
    {
        Span<byte> field = Take(4 + utf8.Length);
        BinaryPrimitives.WriteInt32BigEndian(field, utf8.Length);
        utf8.CopyTo(field[4..]);
    }

    /// <summary>A currency: three letters in all that Amazon has.</summary>
    private void WriteAscii(string text)
    {
        Span<byte> field = Take(4 + System.Text.Encoding.UTF8.GetMaxByteCount(text.Length));
        int written = System.Text.Encoding.UTF8.GetBytes(text, field[4..]);
        BinaryPrimitives.WriteInt32BigEndian(field, written);
        _length -= field.Length - 4 - written;
    }

    /// <summary>
    /// A numeric with six decimals. PostgreSQL: groups of four decimal digits, the weight being the power of 10,000 of the first;
    /// groups of zeros at either end are left out.
    /// </summary>
    private void WriteMoney(long micros)
    {
        ulong amount = micros < 0 ? (ulong)-micros : (ulong)micros;
        (ulong whole, ulong fraction) = Math.DivRem(amount, 1_000_000UL);
        Span<short> groups = stackalloc short[7];
        int first = 5;
        groups[5] = (short)(fraction / 100);
        groups[6] = (short)(fraction % 100 * 100);
        while (whole > 0)
        {
            (whole, ulong group) = Math.DivRem(whole, 10_000UL);
            groups[--first] = (short)group;
        }

        int last = groups[6] != 0 ? 6 : 5;
        while (last >= first && groups[last] == 0)
        {
            last--;
        }

        while (first < last && groups[first] == 0)
        {
            first++;
        }

        int count = Math.Max(0, last - first + 1);
        Span<byte> field = Take(12 + (2 * count));
        BinaryPrimitives.WriteInt32BigEndian(field, 8 + (2 * count));
        BinaryPrimitives.WriteInt16BigEndian(field[4..], (short)count);
        BinaryPrimitives.WriteInt16BigEndian(field[6..], (short)(count == 0 ? 0 : 4 - first));
        BinaryPrimitives.WriteInt16BigEndian(field[8..], micros < 0 ? (short)0x4000 : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(field[10..], 6);
        for (int i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(field[(12 + (2 * i))..], groups[first + i]);
        }
    }

    private void Copy(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        if (_bytes.Length - _length < count)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * Growth, _length + count));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
