using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace PpcAds.Sdk.Tests.Reports;

/// <summary>Peak memory of a process that does nothing but read a report. The figures are the kernel's own.</summary>
public sealed class ReportMemoryTests
{
    private const long MegaByte = 1_000_000;

    [SkippableFact]
    public async Task Memory_stays_flat_while_hundreds_of_megabytes_are_read()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The peak (VmHWM) is read from /proc, which only Linux has.");

        (long smallRows, long smallPeak) = await ProbeAsync(200 * MegaByte);
        (long largeRows, long largePeak) = await ProbeAsync(800 * MegaByte);

        largeRows.Should().BeGreaterThan(3 * smallRows);
        smallPeak.Should().BeLessThanOrEqualTo(120 * 1024, "kB of peak memory");
        largePeak.Should().BeLessThanOrEqualTo(120 * 1024, "kB of peak memory");
        Math.Abs(largePeak - smallPeak).Should().BeLessThanOrEqualTo(smallPeak / 10, $"{smallPeak} kB and {largePeak} kB should hardly differ");
    }

    /// <summary>Makes a report of that many bytes of JSON, and has the probe read it.</summary>
    private static async Task<(long Rows, long PeakKb)> ProbeAsync(long bytes)
    {
        string path = Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.json.gz");
        try
        {
            long rows = await WriteReportAsync(path, bytes);
            JsonElement result = await RunProbeAsync(path);
            result.GetProperty("rows").GetInt64().Should().Be(rows);
            return (rows, result.GetProperty("vmHwmKb").GetInt64());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<long> WriteReportAsync(string path, long bytes)
    {
        await using FileStream file = new(path, FileMode.CreateNew);
        await using GZipStream gzip = new(file, CompressionLevel.Fastest);
        await gzip.WriteAsync("["u8.ToArray());
        long rows = 0;
        for (long written = 0; written < bytes;)
        {
            StringBuilder block = new();
            for (int i = 0; i < 1000; i++, rows++)
            {
                block.Append(rows == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                    {"date":"2025-03-{{(rows % 28) + 1:00}}","campaignId":{{301234567890000 + (rows % 300)}},"campaignName":"SP | Mugs {{rows % 300}}","adGroupId":{{412345678900000 + (rows % 3000)}},"keywordId":{{523456789000000 + rows}},"keyword":"blue mug {{rows}}","matchType":"EXACT","impressions":{{rows % 5000}},"clicks":{{rows % 50}},"cost":{{rows % 50}}.{{rows % 100:00}},"purchases7d":{{rows % 5}},"sales7d":{{rows % 90}}.5}
                    """);
            }

            byte[] json = Encoding.UTF8.GetBytes(block.ToString());
            await gzip.WriteAsync(json);
            written += json.Length;
        }

        await gzip.WriteAsync("]"u8.ToArray());
        return rows;
    }

    private static async Task<JsonElement> RunProbeAsync(string path)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", ProbePath(), path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await errors);
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>From artifacts/bin/PpcAds.Sdk.Tests/debug/ to artifacts/bin/PpcAds.Sdk.MemoryProbe/release/, which is built with the tests.</summary>
    private static string ProbePath()
    {
        DirectoryInfo configuration = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string path = Path.Combine(configuration.Parent!.Parent!.FullName, "PpcAds.Sdk.MemoryProbe", "release", "PpcAds.Sdk.MemoryProbe.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException("The memory probe was not built beside the tests.", path);
    }
}
