using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Tests.Readme;

/// <summary>Code of this folder that pages show.</summary>
internal static class Snippets
{
    /// <summary>The lines between the marks.</summary>
    public static string Read(string file, string name) => SnippetFile.Read(name, "tests", "PpcAds.Sdk.Tests", "Readme", file)
        .Replace("// using var client", "using var client", StringComparison.Ordinal)
        .Replace("(time.GetUtcNow()", "(TimeProvider.System.GetUtcNow()", StringComparison.Ordinal);
}
