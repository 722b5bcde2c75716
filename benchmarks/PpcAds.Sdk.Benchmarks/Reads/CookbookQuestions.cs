namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>The questions of docs/cookbook.md with their queries.</summary>
internal static class CookbookQuestions
{
    // These read what the wide table never had, or no rows at all.
    private static readonly string[] WithoutRows = ["FROM restatements", "FROM missing_days"];

    /// <summary>Reads the page.</summary>
    /// <param name="database">The word by which it marks queries for one database.</param>
    public static IReadOnlyList<(string Question, string Sql)> Read(string database)
    {
        string text = File.ReadAllText(Path.Combine(FindRoot(), "docs", "cookbook.md")).ReplaceLineEndings("\n");
        return
        [
            .. from section in text.Split("\n## ").Skip(1)
               let blocks = section.Split("```").Where((_, index) => index % 2 == 1).Select(block => block.Split('\n', 2))
               let block = blocks.FirstOrDefault(block => block[0] == "sql" || block[0] == $"sql {database}")
               where block is not null && !WithoutRows.Any(block[1].Contains)
               select (section.Split('\n')[0], block[1]),
        ];
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PpcAds.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("docs/cookbook.md is read from the repository: run the program there.");
    }
}
