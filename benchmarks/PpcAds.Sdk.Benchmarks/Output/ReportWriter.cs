using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PpcAds.Sdk.Benchmarks.Output;

/// <summary>Prints a report, and writes it as JSON and as a chart.</summary>
internal static class ReportWriter
{
    /// <summary>
    /// The default output folder: <c>artifacts/benchmarks</c> of the repository, else of the current directory.
    /// </summary>
    public static string DefaultFolder
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PpcAds.Sdk.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder?.FullName ?? Directory.GetCurrentDirectory(), "artifacts", "benchmarks");
        }
    }

    public static string Conditions(string? database = null)
    {
        string machine = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}");
        return database is null ? machine : $"{machine}; PostgreSQL: {database}";
    }

    /// <returns>The exit code: 0 only if everything holds.</returns>
    public static async Task<int> WriteAsync(Report report, string folder, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine(report.Conditions);
        Console.WriteLine();
        if (report.Entries.Count > 0)
        {
            Console.WriteLine(TableText.Of(report.Entries));
        }

        Console.WriteLine(TableText.Of(report.Bounds));
        foreach (string difference in report.Differences)
        {
            Console.WriteLine($"DIFFERS: {difference}");
        }

        Directory.CreateDirectory(folder);
        string json = Path.Combine(folder, report.Mode + ".json");
        await File.WriteAllTextAsync(json, JsonSerializer.Serialize(report, ReportJsonContext.Default.Report) + "\n", cancellationToken);
        string written = json;
        if (report.Entries.Count > 0)
        {
            string chart = Path.Combine(folder, report.Mode + ".svg");
            await File.WriteAllTextAsync(chart, BarChart.Of(report.Entries), cancellationToken);
            written += $" and {chart}";
        }

        int held = report.Bounds.Count(bound => bound.Holds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Mode}: {held} of {report.Bounds.Count} hold, {report.Differences.Count} differences, {report.TotalSeconds:0} s; written to {written}: {(report.IsGood ? "GOOD." : "NOT GOOD.")}"));
        return report.IsGood ? 0 : 1;
    }
}
