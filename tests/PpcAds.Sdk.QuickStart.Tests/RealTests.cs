using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.QuickStart.Tests;

public sealed class RealTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Missing_credentials_end_with_2_and_a_line_for_each()
    {
        QuickStartResult run = await QuickStartProcess.RunAsync(["--real", "--database", _database.File]);

        run.ExitCode.Should().Be(2);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().SatisfyRespectively(
            line => line.Should().StartWith("PPCADS_CLIENT_ID is missing"),
            line => line.Should().StartWith("PPCADS_CLIENT_SECRET is missing"),
            line => line.Should().StartWith("PPCADS_REFRESH_TOKEN is missing"));
    }

    [Fact]
    public async Task The_same_run_works_against_another_host()
    {
        await using AmazonAdsSimulator simulator = await StartAsync();

        QuickStartResult run = await QuickStartProcess.RunAsync(["--real", "--database", _database.File, "--days", "10"], Environment(simulator));

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        SimulatorProfileInfo profile = simulator.Truth.Profiles.First(profile => profile.Region == SimulatorRegion.NA);
        _database.Query("SELECT COUNT(*) FROM ppc_campaigns").Should().Equal($"{profile.Campaigns}");
        _database.Query("SELECT COUNT(DISTINCT date) FROM performance_days").Should().Equal("10");
        _database.Query("SELECT COUNT(*) FROM ppc_account_credentials").Should().Equal("0");
    }

    [Fact]
    public async Task A_host_that_lives_on_another_day_is_followed()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions { Campaigns = 4, ReportGenerationTime = TimeSpan.FromMilliseconds(200) });

        QuickStartResult run = await QuickStartProcess.RunAsync(["--real", "--database", _database.File, "--days", "5"], Environment(simulator));

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        _database.Query("SELECT MAX(date) FROM performance_days").Should().Equal("2026-03-14");
    }

    [Fact]
    public async Task A_wrong_secret_ends_with_2_and_Amazons_reason_and_no_secret()
    {
        await using AmazonAdsSimulator simulator = await StartAsync();
        Dictionary<string, string> environment = Environment(simulator);
        environment["PPCADS_CLIENT_SECRET"] = "amzn1.oa2-cs.v1.wrong-but-still-a-secret";

        QuickStartResult run = await QuickStartProcess.RunAsync(["--real", "--database", _database.File], environment);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("invalid_client");
        (run.Output + run.Error).Should().NotContain("wrong-but-still-a-secret").And.NotContain(simulator.RefreshToken);
    }

    private static Task<AmazonAdsSimulator> StartAsync() => AmazonAdsSimulator.StartAsync(new SimulatorOptions
    {
        AsOf = TimeProvider.System.GetUtcNow(),
        Campaigns = 4,
        ReportGenerationTime = TimeSpan.FromMilliseconds(200),
    });

    private static Dictionary<string, string> Environment(AmazonAdsSimulator simulator) => new()
    {
        ["PPCADS_CLIENT_ID"] = simulator.ClientId,
        ["PPCADS_CLIENT_SECRET"] = simulator.ClientSecret,
        ["PPCADS_REFRESH_TOKEN"] = simulator.RefreshToken,
        ["PPCADS_ENDPOINT"] = simulator.BaseAddress.AbsoluteUri,
        ["PPCADS_TOKEN_ENDPOINT"] = simulator.TokenEndpoint.AbsoluteUri,
    };
}
