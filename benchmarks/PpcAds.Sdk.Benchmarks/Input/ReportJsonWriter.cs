using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>Writes a report as Amazon delivers it: gzip over one JSON array.</summary>
internal static class ReportJsonWriter
{
    private const int FlushAt = 256 * 1024;

    private static readonly JsonWriterOptions Options =
        new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonEncodedText[] Metrics = [.. ReportMetrics.Names.Select(name => JsonEncodedText.Encode(name))];

    public static void Write(string path, ReportSource source, long restated)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        using (var json = new Utf8JsonWriter(gzip, Options))
        {
            json.WriteStartArray();
            foreach (ReportRow row in source.Read(restated))
            {
                Write(json, row);
                if (json.BytesPending > FlushAt)
                {
                    json.Flush();
                }
            }

            json.WriteEndArray();
        }

        // Nothing is to be written back while something is measured.
        file.Flush(flushToDisk: true);
    }

    private static void Write(Utf8JsonWriter json, ReportRow row)
    {
        json.WriteStartObject();
        json.WriteString("date"u8, row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("campaignId"u8, row.Target.CampaignId);
        json.WriteNumber("adGroupId"u8, row.Target.AdGroupId);
        json.WriteNumber("keywordId"u8, row.Target.TargetId);
        json.WriteString("keywordType"u8, row.Target.KeywordType);
        json.WriteString("matchType"u8, row.Target.MatchType);
        json.WriteString("targeting"u8, row.Target.Targeting);
        if (row.SearchTerm is { } term)
        {
            json.WriteString("searchTerm"u8, term);
        }

        json.WriteString("campaignBudgetCurrencyCode"u8, ReportSource.Currency);
        for (int i = 0; i < Metrics.Length; i++)
        {
            long value = row.Values[i];
            if (ReportMetrics.IsMoney(i) && value != 0)
            {
                json.WriteNumber(Metrics[i], new decimal((int)value, (int)(value >> 32), 0, isNegative: false, scale: 2));
            }
            else
            {
                json.WriteNumber(Metrics[i], value);
            }
        }

        if (row.SearchTerm is null)
        {
            // As of a target that was never at the top.
            json.WriteNull("topOfSearchImpressionShare"u8);
        }

        json.WriteEndObject();
    }
}
