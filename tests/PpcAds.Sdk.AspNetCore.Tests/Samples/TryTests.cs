using System.Diagnostics;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Samples;

public sealed class TryTests
{
    [Fact]
    public async Task The_script_of_the_sample_runs_to_its_end()
    {
        string file = Path.Combine(RepositoryFiles.Root, "samples", "AspNetHost", "try.sh");
        var start = new ProcessStartInfo("bash", [file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_BUILD"] = "1";
        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System);

        process.ExitCode.Should().Be(0, await output + await error);
        (await output).Should().Contain("Everything is as it should be.").And.Contain("cost");
    }
}
