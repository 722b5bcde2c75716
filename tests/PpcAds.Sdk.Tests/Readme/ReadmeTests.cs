using FluentAssertions;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Readme;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("three-lines")]
    [InlineData("report")]
    [InlineData("dependency-injection")]
    [InlineData("account")]
    [InlineData("errors")]
    [InlineData("simulator")]
    public void The_page_shows_the_code_that_is_compiled_and_run_here(string name)
    {
        string page = RepositoryFiles.Read("README.md").ReplaceLineEndings("\n");

        page.Should().Contain($"<!-- snippet: {name} -->\n```csharp\n{Snippets.Read("ReadmeSnippets.cs", name)}\n```\n<!-- end-snippet -->");
    }

    [Fact]
    public async Task The_code_of_the_page_runs()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        Profile profile = await amazon.GetProfileAsync();

        (await ReadmeSnippets.ThreeLinesAsync(amazon.Client)).Should().HaveCount(20);
        decimal cost = await amazon.Time.RunAsync(ReadmeSnippets.ReportAsync(amazon.Client, profile, amazon.Time));
        string error = await ReadmeSnippets.ErrorsAsync(amazon.Client);
        amazon.Simulator.Tokens.Revoke();
        amazon.Time.Advance(TimeSpan.FromHours(1));
        string revoked = await ReadmeSnippets.ErrorsAsync(amazon.Client);
        int campaigns = await ReadmeSnippets.SimulatorAsync();

        SimulatorTotals truth = amazon.Simulator.Truth.GetTotals(
            profile.ProfileId.Value, "spCampaigns", ["campaign"], new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 14), The.Start.AddMinutes(8));
        cost.Should().Be(truth.Cost).And.BePositive();
        error.Should().BeEmpty();
        revoked.Should().Contain("request consent again");
        campaigns.Should().Be(5);
    }

    [Fact]
    public async Task The_host_of_the_page_starts_and_gives_a_client()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        using IHost host = ReadmeSnippets.DependencyInjection(amazon.Simulator.TokenEndpoint);
        await host.StartAsync();

        (await ReadmeSnippets.ClientOfAccountAsync(host.Services, amazon.Credentials)).Should().NotBeNull();

        await host.StopAsync();
    }
}
