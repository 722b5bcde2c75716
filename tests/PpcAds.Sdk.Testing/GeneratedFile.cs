using FluentAssertions;

namespace PpcAds.Sdk.Testing;

/// <summary>Files of the repository that are made from the code, and held against it.</summary>
public static class GeneratedFile
{
    private const string Update = "PPCADS_UPDATE_DOCS";

    /// <summary>Fails when the file is not what the code makes of it; with <c>PPCADS_UPDATE_DOCS=1</c> writes it first.</summary>
    public static void Check(string text, params string[] path)
    {
        string file = Path.Combine([RepositoryFiles.Root, .. path]);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, text);
        }

        File.ReadAllText(file).Should().Be(text, "{0} is made from the code: run this test with {1}=1, and read the difference", path[^1], Update);
    }
}
