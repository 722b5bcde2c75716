using System.Globalization;
using System.Net;
using System.Text;

namespace PpcAds.Sdk.Benchmarks.Output;

/// <summary>Rows per second as bars, group by group, as SVG. Each group has its own scale.</summary>
internal static class BarChart
{
    private const int Width = 900;
    private const int NameWidth = 410;
    private const int ValueWidth = 110;
    private const int BarHeight = 18;
    private const int Step = 26;
    private const string Font = "font-family=\"system-ui, sans-serif\"";

    public static string Of(IReadOnlyList<ReportEntry> entries)
    {
        var body = new StringBuilder();
        int y = 10;
        foreach (IGrouping<string, ReportEntry> group in entries.GroupBy(entry => entry.Group))
        {
            y += 28;
            body.AppendLine(CultureInfo.InvariantCulture, $"  <text x=\"10\" y=\"{y}\" {Font} font-size=\"15\" font-weight=\"600\" fill=\"#222\">{Escape(group.Key)}, rows a second</text>");
            y += 10;
            double highest = Math.Max(1, group.Max(entry => entry.RowsPerSecond));
            foreach (ReportEntry entry in group)
            {
                AddBar(body, entry, y, entry.RowsPerSecond / highest);
                y += Step;
            }
        }

        y += 10;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{y}" viewBox="0 0 {Width} {y}" role="img">
              <rect width="100%" height="100%" fill="#fff"/>
            {body.ToString().TrimEnd()}
            </svg>

            """;
    }

    private static void AddBar(StringBuilder body, ReportEntry entry, int y, double share)
    {
        double width = Math.Max(1, share * (Width - NameWidth - ValueWidth));
        string colour = entry.Name.Contains("SDK", StringComparison.Ordinal) ? "#1f7a4d" : "#8a94a6";
        string value = entry.IsFinished ? entry.RowsPerSecond.ToString("N0", CultureInfo.InvariantCulture) : "not finished";
        body.AppendLine(CultureInfo.InvariantCulture, $"  <text x=\"{NameWidth - 8}\" y=\"{y + 14}\" {Font} font-size=\"12\" text-anchor=\"end\" fill=\"#222\">{Escape(entry.Name)}</text>");
        body.AppendLine(CultureInfo.InvariantCulture, $"  <rect x=\"{NameWidth}\" y=\"{y}\" width=\"{width:0.0}\" height=\"{BarHeight}\" fill=\"{colour}\"/>");
        body.AppendLine(CultureInfo.InvariantCulture, $"  <text x=\"{NameWidth + width + 6:0.0}\" y=\"{y + 14}\" {Font} font-size=\"12\" fill=\"#222\">{value}</text>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
