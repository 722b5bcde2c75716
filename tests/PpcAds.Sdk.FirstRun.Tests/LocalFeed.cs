using System.Globalization;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>
/// A folder outside the repository with packages of what was built, and the settings that add it to the sources of this machine.
/// </summary>
public sealed class LocalFeed : IAsyncLifetime
{
    // A version of its own: NuGet would take one that it has seen before from its cache.
    private readonly string _version = string.Create(
        CultureInfo.InvariantCulture, $"0.1.0-first.{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}");

    public string Folder { get; } = Directory.CreateTempSubdirectory("ppcads-first-run-").FullName;

    public const string Skipped = "It makes packages and restores from NuGet: PPCADS_PACKAGES=1";

    public static bool IsWanted => Environment.GetEnvironmentVariable("PPCADS_PACKAGES") == "1";

    public async Task InitializeAsync()
    {
        if (!IsWanted)
        {
            return;
        }

        string feed = Directory.CreateDirectory(Path.Combine(Folder, "feed")).FullName;
        await Shell.RunAsync(
            $"dotnet pack PpcAds.Sdk.sln --nologo -v quiet -c {Configuration} --no-build -p:Version={_version} "
            + $"-p:IncludeSymbols=false -o \"{feed}\" {Artifacts}",
            RepositoryFiles.Root);
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "nuget.config"),
            $"""<configuration><packageSources><add key="first-run" value="{feed}" /></packageSources></configuration>""");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string package in Directory.Exists(cache) ? Directory.GetDirectories(cache, "ppcads.sdk*") : [])
        {
            string version = Path.Combine(package, _version);
            if (Directory.Exists(version))
            {
                Directory.Delete(version, recursive: true);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The folder below the artifacts in which this test lies: its projects were built there too.</summary>
    private static string Configuration =>
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name.Equals("release",
            StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    private static string Artifacts
    {
        get
        {
            string folder = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))
                .Parent!.Parent!.Parent!.FullName;
            bool isDocumented = File.Exists(Path.Combine(folder, "bin", "PpcAds.Sdk", Configuration.ToLowerInvariant(),
                "PpcAds.Sdk.xml"));
            return $"-p:ArtifactsPath=\"{folder}\" -p:GenerateDocumentationFile={isDocumented}";
        }
    }
}
