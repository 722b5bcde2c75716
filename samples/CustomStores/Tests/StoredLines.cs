using System.Text.Json.Nodes;

namespace CustomStores.Tests;

/// <summary>
/// What a folder holds, read without the sink: every line of every file, but instants, ids of reports and numbers of loads, which differ from
/// run to run.
/// </summary>
internal static class StoredLines
{
    private static readonly string[] OfOneRun = ["ChangedAt", "FirstSeenAt", "LastSeenAt", "LoadedAt", "ReportGeneratedAt", "ReportId", "RowsRemoved"];

    public static IReadOnlyList<string> Read(string folder)
    {
        var lines = new List<string>();
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(folder, file);
            if (path.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                lines.AddRange(path.StartsWith("entities", StringComparison.Ordinal) ? ReadEntities(path, file) : ReadRows(path, file));
            }
            else if (Path.GetFileName(file) == "manifest.json")
            {
                lines.AddRange(ReadDays(path, file));
            }
            else
            {
                Assert.Equal(".lock", path);
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The file of a day: <c>2026-03-01.17.jsonl</c>. Rows that two files of one day hold come out twice.</summary>
    private static IEnumerable<string> ReadRows(string path, string file)
    {
        string day = path[..path.IndexOf('.', path.LastIndexOf(Path.DirectorySeparatorChar))];
        return File.ReadLines(file).Select(line => $"{day} {Strip(JsonNode.Parse(line)!).ToJsonString()}");
    }

    /// <summary>The last line of a key holds.</summary>
    private static IEnumerable<string> ReadEntities(string path, string file) => File.ReadLines(file)
        .Select(line => JsonNode.Parse(line)!)
        .GroupBy(node => node["Key"]!.GetValue<string>())
        .Select(group => $"{path} {Strip(group.Last()).ToJsonString()}");

    private static IEnumerable<string> ReadDays(string path, string file)
    {
        foreach (JsonNode? day in JsonNode.Parse(File.ReadAllText(file))!["Days"]!.AsArray())
        {
            string? name = day!["File"]?.GetValue<string>();
            Assert.True(name is null || File.Exists(Path.Combine(Path.GetDirectoryName(file)!, name)), $"{name} of {path} is missing.");
            yield return $"{path} {Strip(day["Day"]!).ToJsonString()}";
        }
    }

    private static JsonNode Strip(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (string name in OfOneRun)
            {
                members.Remove(name);
            }

            foreach ((_, JsonNode? value) in members)
            {
                if (value is JsonObject child)
                {
                    Strip(child);
                }
            }
        }

        return node;
    }
}
