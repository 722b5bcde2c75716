using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>The folder with Amazon's OpenAPI files. They are not part of this repository, so it may be absent.</summary>
internal sealed class SpecFolder
{
    public const string Variable = "PPCADS_SPECS_DIR";

    private const string Default = "../shared/amazon-ads/specs";

    private SpecFolder(string path, string? absentReason)
    {
        Path = path;
        AbsentReason = absentReason;
    }

    public static SpecFolder Current { get; } = Find(Environment.GetEnvironmentVariable(Variable), RepositoryFiles.Root);

    public string Path { get; }

    /// <summary>Why nothing can be checked; <see langword="null"/> when the folder is there.</summary>
    public string? AbsentReason { get; }

    public static SpecFolder Find(string? configured, string repositoryRoot)
    {
        bool named = !string.IsNullOrWhiteSpace(configured);
        string path = System.IO.Path.GetFullPath(named ? configured! : Default, repositoryRoot);
        if (Directory.Exists(path))
        {
            return new SpecFolder(path, null);
        }

        string reason = named
            ? $"{Variable} names a folder that does not exist."
            : $"Amazon's OpenAPI files are not in {Default}; set {Variable} to the folder that holds them.";
        return new SpecFolder(path, reason);
    }
}
