using System.Text.RegularExpressions;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>What README says to do, as a newcomer copies it.</summary>
internal static class ReadmePage
{
    private static readonly string Text = RepositoryFiles.Read("README.md").ReplaceLineEndings("\n");

    /// <summary>The lines for the shell under a mark.</summary>
    public static string[] Commands(string name) => Block($"<!-- first-run: {name} -->\n```sh\n").Split('\n');

    /// <summary>The whole <c>Program.cs</c> under a mark.</summary>
    public static string Program(string name) => Block($"<!-- program: {name} -->\n```csharp\n");

    /// <summary>The packages of ours that the page adds.</summary>
    public static IEnumerable<string> Packages() => Regex.Matches(Text, @"dotnet add package (PpcAds\.Sdk[\w.]*)").Select(
        match => match.Groups[1].Value).Distinct();

    private static string Block(string begin)
    {
        int at = Text.IndexOf(begin, StringComparison.Ordinal);
        at.Should().BePositive($"README has '{begin.Split('\n')[0]}'");
        at += begin.Length;
        return Text[at..Text.IndexOf("\n```", at, StringComparison.Ordinal)];
    }
}
