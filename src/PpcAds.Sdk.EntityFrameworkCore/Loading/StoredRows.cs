using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// What the rows in the table add up to, day by day. They are read one after another, so that both databases have the same
/// checksum as <see cref="RowChecksum"/>, and none has to compute it.
/// </summary>
internal sealed class StoredRows
{
    private static readonly PerformanceMetric[] Metrics = [.. PerformanceMetrics.All.Order()];
    private static readonly PerformanceText[] Texts = Enum.GetValues<PerformanceText>();
    private static readonly bool[] IsMoney = [.. Metrics.Select(PerformanceMetrics.IsMoney)];

    private readonly PpcAdsSqlDialect _dialect;
    private readonly Dictionary<DateOnly, DayTotals> _days = [];
    private byte[] _bytes = new byte[256];

    private StoredRows(PpcAdsSqlDialect dialect) => _dialect = dialect;

    /// <summary>Reads the rows of a profile and dataset.</summary>
    /// <param name="session">The session.</param>
    /// <param name="names">The tables.</param>
    /// <param name="key">The profile and dataset.</param>
    /// <param name="days">The days; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The totals of each day that has rows.</returns>
    public static async Task<IReadOnlyDictionary<DateOnly, DayTotals>> SumAsync(
        SqlSession session,
        TableNames names,
        ScopeKey key,
        IReadOnlyCollection<DateOnly>? days,
        CancellationToken cancellationToken)
    {
        var rows = new StoredRows(session.Dialect);
        DbCommand command = session.Command(
            $"""
            SELECT
              r.date, r.campaign_id, r.detail, r.ad_group_id, r.ad_id, r.target_id, r.attribution_days, r.currency,
              {string.Join(", ", Texts.Select(text => $"r.{EnumText.Of(text)}"))},
              {string.Join(", ", Metrics.Select(metric => $"r.{StagingTable.ColumnOf(session.Dialect, metric)}"))},
              r.{session.Dialect.MoneyColumn(FactTable.Share)}
            FROM {names.Facts} r
            WHERE {key.Facts}{(days is null ? "" : $"\n  AND {key.In("r.date", days)}")}
            """);
        await SqlSession.ForEachAsync(command, rows.Add, cancellationToken).ConfigureAwait(false);
        return rows._days;
    }

    private void Add(DbDataReader reader)
    {
        int at = 0;
        DateOnly date = _dialect.ReadDate(reader, at++);
        RowHash hash = default;
        hash.AddId(date.DayNumber);
        hash.AddId(reader.GetInt64(at++));
        hash.AddBytes(_dialect.ReadDetail(reader, at++));
        hash.AddId(ReadId(reader, at++));
        hash.AddId(ReadId(reader, at++));
        hash.AddId(ReadId(reader, at++));
        hash.AddId(reader.GetInt16(at++));
        hash.AddBytes(ReadUtf8(reader, at++));
        foreach (PerformanceText text in Texts)
        {
            if (!reader.IsDBNull(at))
            {
                hash.AddId(RowChecksum.FirstText + (int)text);
                hash.AddBytes(ReadUtf8(reader, at));
            }

            at++;
        }

        (long impressions, long clicks, long cost) = (0, 0, 0);
        for (int i = 0; i < Metrics.Length; i++, at++)
        {
            long value = reader.IsDBNull(at) ? 0 : IsMoney[i] ? _dialect.ReadMicros(reader, at) : reader.GetInt64(at);
            if (value != 0)
            {
                hash.AddAt((int)Metrics[i], value);
            }

            switch (Metrics[i])
            {
                case PerformanceMetric.Impressions:
                    impressions = value;
                    break;
                case PerformanceMetric.Clicks:
                    clicks = value;
                    break;
                case PerformanceMetric.Cost:
                    cost = value;
                    break;
            }
        }

        if (!reader.IsDBNull(at))
        {
            hash.AddAt(RowChecksum.Share, _dialect.ReadMicros(reader, at));
        }

        ref DayTotals day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, date, out _);
        day = day.Plus(impressions, clicks, cost, hash.Value);
    }

    private static long? ReadId(DbDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetInt64(at);

    private ReadOnlySpan<byte> ReadUtf8(DbDataReader reader, int at)
    {
        string text = reader.GetString(at);
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _bytes.Length)
        {
            _bytes = new byte[most];
        }

        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes));
    }
}
