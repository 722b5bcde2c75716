namespace PpcAds.Sdk.Testing;

/// <summary>Code of a source file that a page shows.</summary>
public static class SnippetFile
{
    /// <summary>The lines between the marks, moved to the left as far as they go.</summary>
    /// <param name="name">The name in the marks.</param>
    /// <param name="path">The file, from the root of the repository.</param>
    public static string Read(string name, params string[] path)
    {
        string source = RepositoryFiles.Read(path).ReplaceLineEndings("\n");
        int start = source.IndexOf($"// <{name}>\n", StringComparison.Ordinal) + $"// <{name}>\n".Length;
        string[] lines = source[start..source.IndexOf($"// </{name}>", start, StringComparison.Ordinal)].TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }
}
