using System.Text.Json.Nodes;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests;

/// <summary>The folder of cases: the one that is named, else the one beside the repository, else the copies within it.</summary>
internal static class CaseFolder
{
    public const string Variable = "PPCADS_CASES_DIR";

    private const string Beside = "../shared/cases";

    private static readonly string[] Within = ["tests", "PpcAds.Sdk.Cases.Tests", "Files"];

    /// <summary>The copies in the repository.</summary>
    public static string Copies => Path.Combine([RepositoryFiles.Root, .. Within]);

    /// <summary>Whether no folder is named.</summary>
    public static bool IsDefault => string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    public static string Find(string? configured, string root)
    {
        string path = Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Beside : configured, root);
        return Directory.Exists(path) ? path
            : string.IsNullOrWhiteSpace(configured) ? Path.Combine([root, .. Within])
            : throw new InvalidOperationException($"{Variable} names a folder that does not exist.");
    }

    public static string Current() => Find(Environment.GetEnvironmentVariable(Variable), RepositoryFiles.Root);

    public static IReadOnlyList<CaseFile> Read() => Read(Current());

    public static IReadOnlyList<CaseFile> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Open)];

    private static CaseFile Open(string path) =>
        new(Path.GetFileNameWithoutExtension(path), (JsonObject)JsonNode.Parse(File.ReadAllText(path))!);
}
