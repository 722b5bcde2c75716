using System.IO.Compression;
using System.Text;
using PpcAds.Sdk.Reports;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

/// <summary>Makes report files and reads them whole.</summary>
internal static class ReportFiles
{
    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    public static byte[] Gzip(string json) => Gzip(Encoding.UTF8.GetBytes(json));

    public static Task<List<ReportRecord>> ReadAsync(string json, params string[] columns) =>
        ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), columns);

    public static Task<List<ReportRecord>> ReadAsync(byte[] file, params string[] columns) => ReadAsync(new MemoryStream(file), columns);

    public static async Task<List<ReportRecord>> ReadAsync(Stream file, string[] columns, ReportReaderOptions? options = null)
    {
        List<ReportRecord> records = [];
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(file, columns, options))
        {
            records.AddRange(batch.ToRecords());
        }

        return records;
    }

    /// <summary>Runs an action on the one batch that the JSON makes.</summary>
    public static async Task WithBatchAsync(string json, string[] columns, Action<ReportBatch> action)
    {
        int batches = 0;
        await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), columns))
        {
            batches++;
            action(batch);
        }

        Assert.Equal(1, batches);
    }
}
