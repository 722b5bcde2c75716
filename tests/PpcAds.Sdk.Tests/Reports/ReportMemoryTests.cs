using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Simulator;
using Xunit;
using Xunit.Abstractions;

namespace PpcAds.Sdk.Tests.Reports;

/// <summary>Peak memory of a process that does nothing but read a report through the client. The figures are the kernel's own.</summary>
public sealed class ReportMemoryTests(ITestOutputHelper output)
{
    private const long MegaByte = 1_000_000;

    [SkippableFact]
    public async Task Memory_stays_flat_while_hundreds_of_megabytes_are_read()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The peak (VmHWM) is read from /proc, which only Linux has.");

        (long smallRows, long smallPeak) = await ProbeAsync(200 * MegaByte);
        (long largeRows, long largePeak) = await ProbeAsync(800 * MegaByte);

        output.WriteLine($"200 MB: {smallRows} rows, {smallPeak} kB; 800 MB: {largeRows} rows, {largePeak} kB");
        largeRows.Should().BeGreaterThan(3 * smallRows).And.BeLessThan(5 * smallRows);
        smallPeak.Should().BeLessThanOrEqualTo(120 * 1024, "kB of peak memory");
        largePeak.Should().BeLessThanOrEqualTo(120 * 1024, "kB of peak memory");
        Math.Abs(largePeak - smallPeak).Should().BeLessThanOrEqualTo(smallPeak / 10, $"{smallPeak} kB and {largePeak} kB should hardly differ");
    }

    /// <summary>Has the simulator send that many bytes of JSON, and a probe read them.</summary>
    private static async Task<(long Rows, long PeakKb)> ProbeAsync(long bytes)
    {
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions { ReportGenerationTime = TimeSpan.Zero });
        amazon.Quirks.InflateReportsToBytes = bytes;
        long profileId = amazon.Truth.Profiles.First(profile => profile.Region == SimulatorRegion.NA).ProfileId;
        string[] arguments =
        [
            "exec",
            ProbePath(),
            amazon.BaseAddress.AbsoluteUri,
            amazon.ClientId,
            amazon.ClientSecret,
            amazon.RefreshToken,
            profileId.ToString(CultureInfo.InvariantCulture),
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await errors);
        JsonElement result = JsonDocument.Parse(printed).RootElement;
        return (result.GetProperty("rows").GetInt64(), result.GetProperty("vmHwmKb").GetInt64());
    }

    /// <summary>From artifacts/bin/PpcAds.Sdk.Tests/debug/ to artifacts/bin/PpcAds.Sdk.MemoryProbe/release/, which is built with the tests.</summary>
    private static string ProbePath()
    {
        DirectoryInfo configuration = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string path = Path.Combine(configuration.Parent!.Parent!.FullName, "PpcAds.Sdk.MemoryProbe", "release", "PpcAds.Sdk.MemoryProbe.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("The memory probe was not built beside the tests.", path);
    }
}
