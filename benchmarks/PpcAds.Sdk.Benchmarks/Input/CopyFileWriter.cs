using System.Buffers.Binary;
using System.Text;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// Writes the rows as PostgreSQL's binary COPY takes them, with the very values that the SDK stores. PostgreSQL's documentation of COPY,
/// "Binary Format"; the numeric type as its function numeric_recv reads it.
/// </summary>
internal sealed class CopyFileWriter
{
    private const int LongestRow = 4 * 1024;
    private const int NumericBase = 10_000;

    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    private readonly byte[] _buffer = new byte[1 << 20];
    private int _length;

    private CopyFileWriter()
    {
    }

    /// <summary>The columns that are not null.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "account_id", "profile_id", "dataset", "date", "entity_key", "campaign_id", "ad_group_id", "target_id", "target_kind", "target_text",
        "match_type", "currency", "attribution_days", .. ReportMetrics.Stored.Select(stored => stored.Column), "row_hash", "changed_at",
    ];

    /// <summary>The columns of the key.</summary>
    public static IReadOnlyList<string> KeyColumns { get; } = ["account_id", "profile_id", "dataset", "date", "entity_key"];

    public static void Write(string path, ReportSource source, long accountId)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var writer = new CopyFileWriter();
        Header.CopyTo(writer._buffer, 0);
        writer._length = Header.Length;
        foreach (ReportRow row in source.Read(0))
        {
            if (writer._buffer.Length - writer._length < LongestRow)
            {
                file.Write(writer._buffer, 0, writer._length);
                writer._length = 0;
            }

            writer.Add(row, accountId);
        }

        writer.Int16(-1);
        file.Write(writer._buffer, 0, writer._length);
        file.Flush(flushToDisk: true);
    }

    private void Add(ReportRow row, long accountId)
    {
        TargetFacts target = row.Target;
        Int16((short)Columns.Count);
        Bigint(accountId);
        Bigint(ReportSource.ProfileId);
        Text("sp.target");
        Int32(4);
        Int32(row.Date.DayNumber - Epoch.DayNumber);
        Text(target.EntityKey);
        Bigint(target.CampaignId);
        Bigint(target.AdGroupId);
        Bigint(target.TargetId);
        Text(target.Kind);
        Text(target.Targeting);
        Text(target.MatchType);
        Text(ReportSource.Currency);
        Int32(4);
        Int32(ReportSource.AttributionDays);
        foreach ((_, int metric) in ReportMetrics.Stored)
        {
            if (ReportMetrics.IsMoney(metric))
            {
                Numeric(row.Values[metric]);
            }
            else
            {
                Bigint(row.Values[metric]);
            }
        }

        // As wide as a hash, and as random.
        Bigint((long)SeededRandom.Mix((ulong)target.TargetId, (ulong)row.Day));

        // The end of the last day, in microseconds since 2000.
        Bigint((ReportSource.LastDay.DayNumber + 1L - Epoch.DayNumber) * 24 * 60 * 60 * 1_000_000);
    }

    private void Numeric(long cents)
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

    private void Text(string text)
    {
        int length = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length + 4));
        Int32(length);
        _length += length;
    }

    private void Bigint(long value)
    {
        Int32(8);
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
