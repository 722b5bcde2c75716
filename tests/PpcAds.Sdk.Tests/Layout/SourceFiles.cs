using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Tests.Layout;

/// <summary>The C# files that are written by hand.</summary>
internal static class SourceFiles
{
    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks", "eng"];

    /// <summary>Their paths from the repository's root, with <c>/</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Folders.SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(RepositoryFiles.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal)
                && !file.Split('/').Any(part => part is "obj" or "bin" or "artifacts" or "Migrations"))
            .Order(StringComparer.Ordinal),
    ];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(RepositoryFiles.Root, file));
}
