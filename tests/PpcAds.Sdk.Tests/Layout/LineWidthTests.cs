using FluentAssertions;
using Xunit;

namespace PpcAds.Sdk.Tests.Layout;

/// <summary>Lines fit next to another file. The limit is that of <c>.editorconfig</c>.</summary>
public sealed class LineWidthTests
{
    private const int Widest = 130;

    /// <summary>The lines that were wider before this was checked, by folder. They become fewer, never more.</summary>
    private static readonly Dictionary<string, int> WiderLines = new()
    {
        ["benchmarks"] = 146,
        ["eng"] = 13,
        ["samples"] = 100,
        // JSON, HTML and XML in raw strings.
        ["src"] = 21,
        ["tests"] = 1642,
    };

    [Fact]
    public void No_further_line_is_wider_than_130_columns() =>
        SourceFiles.All
            .GroupBy(file => file.Split('/')[0], file => SourceFiles.Lines(file).Count(line => line.Length > Widest))
            .Select(folder => (Folder: folder.Key, Wider: folder.Sum(), Allowed: WiderLines[folder.Key]))
            .Where(folder => folder.Wider > folder.Allowed)
            .Should().BeEmpty();
}
