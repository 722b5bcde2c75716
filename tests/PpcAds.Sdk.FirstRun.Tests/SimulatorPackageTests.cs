namespace PpcAds.Sdk.FirstRun.Tests;

/// <summary>The simulator outside .NET programs of ours: as a command, and in tests with xunit v3.</summary>
[Collection(PackageCollection.Name)]
[Trait("Category", "Packages")]
public sealed class SimulatorPackageTests(LocalFeed feed)
{
    [SkippableFact]
    public async Task The_tool_of_the_page_starts_a_simulator()
    {
        Skip.IfNot(LocalFeed.IsWanted, LocalFeed.Skipped);
        string folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "tool")).FullName;

        // As the page says, but not for the whole machine.
        string[] commands = ReadmePage.Commands("tool");
        commands.Should().HaveCount(2);
        await Shell.RunAsync(commands[0].Replace("--global", "--tool-path .", StringComparison.Ordinal), folder);
        commands[1].Should().StartWith("ppcads-simulator --port");
        string page = "";
        await Shell.ServeAsync("./ppcads-simulator --port 0 --control", folder, "\"base_url\":\"", async address =>
        {
            using var client = new HttpClient();
            page = await client.GetStringAsync(new Uri(address, "_simulator/"));
            (await client.GetAsync(new Uri(address, "v2/profiles"))).StatusCode.Should().Be(
                System.Net.HttpStatusCode.Unauthorized);
        });

        page.Should().Contain("<title>Amazon Ads simulator</title>").And.Contain("Atzr|").And.Contain("/auth/o2/token");
    }

    [SkippableFact]
    public async Task The_fixture_for_xunit_v3_works_in_a_project_of_xunit_v3()
    {
        Skip.IfNot(LocalFeed.IsWanted, LocalFeed.Skipped);
        string folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "v3")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "v3.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3" Version="3.2.2" />
              </ItemGroup>
            </Project>
            """);
        await Shell.RunAsync("dotnet add package PpcAds.Sdk.Simulator.Xunit.V3 --prerelease", folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Tests.cs"), """
            using PpcAds.Sdk.Simulator.Xunit;
            using Xunit;

            public sealed class Tests(AmazonAdsSimulatorFixture fixture) : IClassFixture<AmazonAdsSimulatorFixture>
            {
                [Fact]
                public void There_are_profiles() => Assert.NotEmpty(fixture.Simulator.Truth.Profiles);
            }
            """);

        string text = await Shell.RunAsync("dotnet run", folder);

        text.Should().MatchRegex("Total: 1, Errors: 0, Failed: 0, Skipped: 0");
    }
}
