using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>README's programs are those that the solution compiles.</summary>
public sealed class ReadmeProgramTests
{
    [Theory]
    [InlineData("FirstConsole")]
    [InlineData("FirstWeb")]
    public void The_page_shows_the_program_that_is_compiled(string name) =>
        ReadmePage.Program(name).Should().Be(
            RepositoryFiles.Read("samples", name, "Program.cs").ReplaceLineEndings("\n").TrimEnd('\n'));

    [Fact]
    public void The_page_begins_with_them()
    {
        string page = RepositoryFiles.Read("README.md");

        page.IndexOf("dotnet new console", StringComparison.Ordinal).Should().BePositive()
            .And.BeLessThan(page.IndexOf("dotnet run --project", page.IndexOf("## ", StringComparison.Ordinal),
                StringComparison.Ordinal));
        ReadmePage.Packages().Should().BeEquivalentTo(
            "PpcAds.Sdk.EntityFrameworkCore.Sqlite", "PpcAds.Sdk.Simulator.Hosting", "PpcAds.Sdk.AspNetCore");
    }
}
