namespace PpcAds.Sdk.QuickStart.Tests;

/// <summary>What a run tells besides its result. That no secret is in it is looked through with every run.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task With_trace_spans_and_metrics_are_exported_to_the_console()
    {
        QuickStartResult run = await RunAsync("--trace");

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Output.Should().Contain("ppcads.ingestion.run").And.Contain("ppcads.report.load").And.Contain("ppcads.client.request")
            .And.Contain("ppcads.client.request.duration").And.Contain("ppcads.ingestion.rows").And.Contain("Top campaigns");
    }

    [Fact]
    public async Task Without_it_nothing_of_the_kind_is_said() =>
        (await RunAsync()).Output.Should().NotContain("ppcads.");

    [Fact]
    public async Task At_the_lowest_level_the_log_holds_each_answer_and_no_secret()
    {
        QuickStartResult run = await RunAsync("--log-level", "Trace");

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Error.Should().Contain("dbug: PpcAds.Sdk.Http").And.Contain("PpcAds.Sdk.Authentication").And.Contain("PpcAds.Sdk.Ingestion");
    }

    [Fact]
    public async Task Chaos_at_the_lowest_level_holds_no_secret_either()
    {
        QuickStartResult run = await RunAsync("--chaos", "--log-level", "Trace", "--trace");

        run.ExitCode.Should().Be(3, run.Output + run.Error);
        run.Error.Should().Contain("warn: PpcAds.Sdk.Ingestion");
    }

    private Task<QuickStartResult> RunAsync(params string[] arguments) =>
        QuickStartProcess.RunAsync(["--database", _database.File, "--profiles", "2", "--campaigns", "4", "--days", "10", .. arguments]);
}
