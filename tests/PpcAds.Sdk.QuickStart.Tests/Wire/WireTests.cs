using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.QuickStart.Tests.Wire;

/// <summary>What goes over the wire is decided once: a change of the client's insides must not change a byte of it.</summary>
public sealed class WireTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_requests_of_a_run_with_all_products_are_those_that_were_reviewed()
    {
        await using RecordingProxy proxy = await RecordingProxy.StartAsync();

        QuickStartResult run = await QuickStartProcess.RunAsync(
            ["--database", _database.File, "--all-products", "--campaigns", "5", "--days", "40"],
            new Dictionary<string, string> { ["HTTP_PROXY"] = proxy.Address, ["NO_PROXY"] = "" });

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        GeneratedFile.Check(WireText.Of(proxy.Requests), "tests", "PpcAds.Sdk.QuickStart.Tests", "Wire", "requests.txt");
    }
}
