using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Tests.Readme;

/// <summary>Code of this folder that pages show.</summary>
internal static class Snippets
{
    /// <summary>The lines between the marks, moved to the left as far as they go.</summary>
    public static string Read(string file, string name)
    {
        string source = RepositoryFiles.Read("tests", "PpcAds.Sdk.Tests", "Readme", file).ReplaceLineEndings("\n");
        int start = source.IndexOf($"// <{name}>\n", StringComparison.Ordinal) + $"// <{name}>\n".Length;
        string[] lines = source[start..source.IndexOf($"// </{name}>", start, StringComparison.Ordinal)].TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line))
            .Replace("// using var client", "using var client", StringComparison.Ordinal);
    }
}
