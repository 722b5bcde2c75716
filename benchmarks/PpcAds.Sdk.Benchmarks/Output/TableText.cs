using System.Globalization;
using System.Text;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Output;

/// <summary>The tables, as Markdown that reads well on a terminal.</summary>
internal static class TableText
{
    public static string Of(IReadOnlyList<ReportEntry> entries) => Write(
        [
            "technique", "rows", "runs", "seconds (range)", "client CPU s", "rows/s", "peak MB", "WAL MB", "rows written",
            "bytes/row",
        ],
        [
            .. entries.Select(entry => (string[])
            [
                entry.Name,
                Whole(entry.Rows),
                Whole(entry.Runs),
                entry.IsFinished
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{entry.Seconds:0.00} ({entry.FastestSeconds:0.00}-{entry.SlowestSeconds:0.00})")
                    : "not finished",
                entry.IsFinished ? string.Create(CultureInfo.InvariantCulture, $"{entry.ProcessorSeconds:0.0}") : "",
                entry.IsFinished ? Whole((long)entry.RowsPerSecond) : "",
                entry.PeakMegabytes > 0 ? Whole((long)Math.Round(entry.PeakMegabytes)) : "",
                entry.LogMegabytes is { } log ? string.Create(CultureInfo.InvariantCulture, $"{log:0.0}") : "",
                entry.RowsWritten is { } written ? Whole(written) : "",
                entry.BytesPerRow is { } bytes ? Whole((long)Math.Round(bytes)) : "",
            ]),
        ]);

    public static string Of(IReadOnlyList<Bound> bounds) => Write(
        ["ratio", "measured", "wanted", "holds"],
        [.. bounds.Select(bound => (string[])[bound.Name, bound.Measured, bound.Wanted, bound.Holds ? "yes" : "NO"])]);

    private static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Write(string[] heads, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. heads.Select((head, i) => rows.Select(row => row[i].Length).Append(head.Length).Max())];
        var text = new StringBuilder();
        Add(heads);
        text.Append('|').AppendJoin('|', widths.Select((width, i) => i == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")).AppendLine("|");
        foreach (string[] row in rows)
        {
            Add(row);
        }

        return text.ToString();

        void Add(string[] cells) => text.Append("| ")
            .AppendJoin(" | ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).AppendLine(" |");
    }
}
