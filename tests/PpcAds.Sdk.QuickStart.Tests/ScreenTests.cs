using System.Text.RegularExpressions;

namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>What a run shows from its first line to its last, and the dashboard after it.</summary>
public sealed class ScreenTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    private string[] Small => ["--database", _database.File, "--profiles", "1", "--campaigns", "2", "--days", "3"];

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task It_says_at_once_what_it_does_and_at_the_end_what_to_try_next()
    {
        QuickStartResult run = await QuickStartProcess.RunAsync(Small);

        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().StartWith("Starting a simulator");
        lines[1].Should().Be($"Preparing the tables in {_database.File} ...");
        string[] next = [.. lines.SkipWhile(line => line != "Next:").Skip(1)];
        next.Where(line => line.StartsWith("  # ", StringComparison.Ordinal)).Should().HaveCount(5).And.HaveCount(
            next.Length / 2);
        next[1].Should().Be($"  dotnet run --project samples/QuickStart -- --database \"{_database.File}\" --serve");
    }

    [Fact]
    public async Task Numbers_are_written_in_the_same_way_on_every_machine()
    {
        QuickStartResult english = await QuickStartProcess.RunAsync(Small, new Dictionary<string,
            string> { ["LC_ALL"] = "en_US.UTF-8" });
        QuickStartResult german = await QuickStartProcess.RunAsync(Small, new Dictionary<string,
            string> { ["LC_ALL"] = "de_DE.UTF-8" });

        Result(german).Should().Equal(Result(english));

        static IEnumerable<string> Result(QuickStartResult run) =>
            run.Output.Split('\n').SkipWhile(line => !line.StartsWith("Loaded: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_serve_it_shows_what_was_loaded_until_it_is_stopped()
    {
        string page = "";
        QuickStartResult run = await QuickStartProcess.InterruptAsync(
            [.. Small, "--serve", "--port", "0"],
            "The dashboard: ",
            async line =>
            {
                using var client = new HttpClient();
                page = await client.GetStringAsync(new Uri(Regex.Match(line, "http://127.0.0.1:[0-9]+/ads").Value));
            });

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        page.Should().Contain("<html").And.Contain("Simulator, seed 7");
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_2_and_a_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        int port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        QuickStartResult run = await QuickStartProcess.RunAsync([.. Small, "--serve", "--port", $"{port}"]);

        run.ExitCode.Should().Be(2, run.Output + run.Error);
        run.Error.Should().Contain($"--port {port} cannot be used").And.NotContain("   at ");
    }
}
