using System.Reflection;
using System.Text.RegularExpressions;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Tests.Diagnostics;

/// <summary>The tables of <c>docs/observability.md</c>, and the constants that they must match.</summary>
internal static partial class TelemetryDocs
{
    /// <summary>A metric's row.</summary>
    public sealed record Metric(string Name, string Kind, string Unit, string[] Tags)
    {
        /// <summary>The names that exporters for Prometheus write.</summary>
        public IEnumerable<string> PrometheusNames
        {
            get
            {
                string name = Name.Replace('.', '_') + Unit switch
                {
                    "s" => "_seconds",
                    "d" => "_days",
                    _ when Unit.EndsWith("}/s", StringComparison.Ordinal) => "_per_second",
                    _ => "",
                };
                return Kind switch
                {
                    "counter" => [$"{name}_total"],
                    "histogram" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
                    _ => [name],
                };
            }
        }
    }

    public static IReadOnlyList<Metric> Metrics { get; } =
        [.. Rows("Metrics").Select(cells => new Metric(Code(cells[0])[0], cells[1], Code(cells[2])[0], Code(cells[3])))];

    public static IReadOnlyDictionary<string, string[]> Spans { get; } = ReadSpans();

    public static IReadOnlyList<string> Tags { get; } = [.. Rows("Tags").Select(cells => Code(cells[0])[0])];

    /// <summary>The tags that metrics may have.</summary>
    public static IReadOnlyList<string> MetricTags { get; } = [.. Rows("Tags").Where(cells => cells[1] != "spans").Select(cells => Code(cells[0])[0])];

    /// <summary>The constants whose name ends so.</summary>
    public static IEnumerable<string> Constants(string suffix) => typeof(PpcAdsTelemetry)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.Name.EndsWith(suffix, StringComparison.Ordinal))
        .Select(field => (string)field.GetRawConstantValue()!);

    private static Dictionary<string, string[]> ReadSpans()
    {
        var spans = new Dictionary<string, string[]>();
        string[] tags = [];
        foreach (string[] cells in Rows("Spans"))
        {
            tags = cells[2] == "the same" ? tags : Code(cells[2]);
            spans.Add(Code(cells[0])[0], tags);
        }

        return spans;
    }

    private static IEnumerable<string[]> Rows(string section)
    {
        string page = RepositoryFiles.Read("docs", "observability.md").ReplaceLineEndings("\n");
        string text = page.Split($"\n## {section}\n")[1].Split("\n## ")[0];
        return text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "));
    }

    private static string[] Code(string cell) => [.. CodeText().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeText();
}
