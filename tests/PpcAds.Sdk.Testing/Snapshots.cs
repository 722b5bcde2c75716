using FluentAssertions;
using Snapshooter;
using Snapshooter.Xunit;

namespace PpcAds.Sdk.Testing;

/// <summary>
/// The only place that knows the snapshot library: Snapshooter now; Verify could take its place here. A snapshot lies in
/// <c>__snapshots__</c> beside its test, and a difference fails the test.
/// </summary>
public static class Snapshots
{
    private const string Update = "PPCADS_UPDATE_SNAPSHOTS";

    /// <summary>Compares a text with the snapshot of that name.</summary>
    public static void Match(string actual, string name) => Snapshot.Match(actual, new SnapshotNameExtension(name));

    /// <summary>
    /// Compares a text with a file of the repository whose kind and folder are its own, which the library cannot do: its files
    /// all end in <c>.snap</c>. With <c>PPCADS_UPDATE_SNAPSHOTS=1</c> writes the file first.
    /// </summary>
    public static void MatchFile(string actual, params string[] path)
    {
        string file = Path.Combine([RepositoryFiles.Root, .. path]);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        string expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        actual.Should().Be(expected, "{0} holds it: run this test with {1}=1, and read the difference", path[^1], Update);
    }
}
