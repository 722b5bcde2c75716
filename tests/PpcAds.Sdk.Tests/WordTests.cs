using System.Text.RegularExpressions;
using FluentAssertions;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests;

/// <summary>Public text uses standard terms: no page, XML documentation or message has a word of <c>eng/words.txt</c>.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];

    private static readonly Dictionary<string, string> Replacements = RepositoryFiles.Read("eng", "words.txt")
        .ReplaceLineEndings("\n").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" = "))
        .ToDictionary(entry => entry[0], entry => entry[1], StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Words = new(
        $@"\b(?:{string.Join('|', Replacements.Keys.Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void No_public_text_has_a_word_that_the_list_replaces()
    {
        string[] files = FindFiles();

        files.Should().HaveCountGreaterThan(500).And.Contain(Pages).And.Contain("docs/decisions/README.md");
        files.SelectMany(file => Find(file, RepositoryFiles.Read(file.Split('/')))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("docs/a.md", "# Page\n\nNobody knows.", "docs/a.md(3): Nobody → no one, no user or the passive")]
    [InlineData("docs/a.md", "```sh\ntell\n```\n- `x` looks at `y`", "docs/a.md(4): looks at → polls, checks or reads")]
    [InlineData("src/A.cs", "    /// <summary>Asks for <c>one</c>.</summary>", "src/A.cs(1): Asks for → requests")]
    [InlineData("src/A.cs", "    throw new E($\"{name} was put off.\");", "src/A.cs(1): put off → defer or retry later")]
    [InlineData("src/A.cs", "string page = $\"\"\"\n    <p>Begin anew.</p>\n    \"\"\";", "src/A.cs(2): anew → again")]
    public void A_line_with_such_a_word_is_found(string file, string text, string hit) => Find(file, text).Should().Equal(hit);

    [Theory]
    [InlineData("docs/a.md", "`tell` and [a page](a.md): retell, An_account_that_nobody_owns")]
    [InlineData("docs/a.md", "```csharp\n// at once\n```")]
    [InlineData("src/A.cs", "    /// <summary><see cref=\"Keeper.Tell\"/> and <c>beat</c>.</summary>")]
    [InlineData("src/A.cs", "    Tell(keeper, $\"{keeper.Name} runs\", '\"', beside); // as told")]
    public void Code_is_not_text(string file, string text) => Find(file, text).Should().BeEmpty();

    private static string[] FindFiles() =>
    [
        .. Pages,
        .. Enumerate("docs", "*.md"),
        .. Enumerate("src", "*.cs").Where(file => !file.Split('/').Any(folder => folder is "Migrations" or "obj")),
    ];

    private static IEnumerable<string> Enumerate(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/'));

    private static IEnumerable<string> Find(string file, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        IEnumerable<string> texts = file.EndsWith(".md", StringComparison.Ordinal) ? ReadMarkdown(lines) : ReadCSharp(lines);
        return texts.SelectMany((line, index) => Words.Matches(line)
            .Select(match => $"{file}({index + 1}): {match.Value} → {Replacements[match.Value]}"));
    }

    /// <summary>Each line without its code.</summary>
    private static IEnumerable<string> ReadMarkdown(string[] lines)
    {
        bool isCode = false;
        foreach (string line in lines)
        {
            bool isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            yield return isCode || isFence ? "" : CodeSpan().Replace(line, "`");
        }
    }

    /// <summary>The XML documentation or the string literals of each line.</summary>
    private static IEnumerable<string> ReadCSharp(string[] lines)
    {
        bool isRaw = false;
        foreach (string line in lines)
        {
            string code = line.TrimStart();
            bool wasRaw = isRaw;
            isRaw ^= code.Split("\"\"\"").Length % 2 == 0;
            yield return wasRaw ? Hole().Replace(code, "{}")
                : code.StartsWith("///", StringComparison.Ordinal) ? Tag().Replace(code, "<>")
                : code.StartsWith("//", StringComparison.Ordinal) ? ""
                : string.Join(" | ", Literal().Matches(code.Replace("'\"'", "''", StringComparison.Ordinal))
                    .Select(match => Hole().Replace(match.Value, "{}")));
        }
    }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("<c>.*?</c>|<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Literal();
}
