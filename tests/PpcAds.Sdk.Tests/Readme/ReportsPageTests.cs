using FluentAssertions;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Readme;

public sealed class ReportsPageTests
{
    [Theory]
    [InlineData("typed")]
    [InlineData("all-columns")]
    [InlineData("escape-hatch")]
    public void The_page_shows_the_code_that_is_compiled_and_run_here(string name)
    {
        string page = RepositoryFiles.Read("docs", "reports.md").ReplaceLineEndings("\n");

        page.Should().Contain($"<!-- snippet: {name} -->\n```csharp\n{Snippets.Read("ReportsPageSnippets.cs", name)}\n```\n<!-- end-snippet -->");
    }

    [Fact]
    public async Task The_code_of_the_page_runs()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileClient profile = await amazon.GetProfileClientAsync();

        await profile.Reports.CreateReportAsync(ReportsPageSnippets.AllColumns());
        Func<Task> unknown = () => profile.Reports.CreateReportAsync(ReportsPageSnippets.EscapeHatch());

        // It went out: the refusal is the server's.
        (await unknown.Should().ThrowAsync<AmazonAdsValidationException>()).Which.StatusCode.Should().NotBeNull();
        amazon.Simulator.Requests.Count("reports.create").Should().Be(2);
    }

    [Fact]
    public async Task The_typed_code_of_the_page_gets_its_report()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();

        await amazon.Time.RunAsync(RunAsync());

        amazon.Simulator.Requests.Count("reports.download").Should().Be(1);

        async Task RunAsync() => await ReportsPageSnippets.TypedAsync(await amazon.GetProfileClientAsync());
    }
}
