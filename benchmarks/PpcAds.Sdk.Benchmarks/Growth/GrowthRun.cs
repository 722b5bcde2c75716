using System.Diagnostics;
using System.Globalization;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;

namespace PpcAds.Sdk.Benchmarks.Growth;

/// <summary>
/// The SDK's first load against the raw COPY of wide rows, of more and more of them: neither ratio nor memory may grow with them.
/// </summary>
internal sealed class GrowthRun(IReadOnlyList<long> sizes, int seed, int rounds, string folder)
{
    private const double MostSpread = 1.25;
    private const double MostPeakSpread = 1.10;

    private readonly Laboratory _laboratory = new();
    private int _numberOfDatabases;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await new InputFiles(Techniques.Technique.WarmRows, seed).MakeAsync(cancellationToken);
        await using (FreshDatabases databases = await FreshDatabases.StartAsync(cancellationToken))
        {
            foreach (long rows in sizes)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows"));
                await new InputFiles(rows, seed).MakeAsync(cancellationToken);
                for (int round = 1; round <= rounds; round++)
                {
                    await RunBothAsync(databases, rows, isLimitFirst: round % 2 == 0, cancellationToken);
                }
            }
        }

        var report = new Report
        {
            Mode = "growth",
            Conditions = ReportWriter.Conditions(PostgreSqlServer.Settings + ", autovacuum = off"),
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [.. _laboratory.All.OrderBy(series => series.Outcomes[0].Technique).Select(ReportEntry.Of)],
            Bounds = Judge(),
            Differences = [.. _laboratory.Differences],
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private async Task RunBothAsync(FreshDatabases databases, long rows, bool isLimitFirst, CancellationToken cancellationToken)
    {
        List<(string Name, string Technique)> both =
            [(LoadName(rows), TechniqueNames.SdkPostgreSql), (LimitName(rows), TechniqueNames.WideCopy)];
        if (isLimitFirst)
        {
            both.Reverse();
        }

        foreach ((string name, string technique) in both)
        {
            string database = $"run_{++_numberOfDatabases}";
            var request = new RunRequest
            {
                Technique = technique,
                Rows = rows,
                Seed = seed,
                Database = await databases.CreatePostgreSqlAsync(database, cancellationToken),
                WarmDatabase = databases.WarmPostgreSql,
            };
            await _laboratory.RunAsync("PostgreSQL, first load", name, request, cancellationToken);
            await databases.Server.DropAsync(database, cancellationToken);
            await databases.Server.CheckpointAsync(cancellationToken);
        }
    }

    private IReadOnlyList<Bound> Judge()
    {
        double[] ratios = [.. sizes.Select(rows => _laboratory.Find(LoadName(rows))!.Seconds / _laboratory.Find(LimitName(rows))!.Seconds)];
        double[] peaks = [.. sizes.Select(rows => (double)_laboratory.Find(LoadName(rows))!.PeakBytes)];
        double spread = ratios.Max() / ratios.Min();
        double peakSpread = peaks.Max() / peaks.Min();
        string Each(IEnumerable<string> texts) => string.Join(", ", texts);
        return
        [
            new Bound(
                "time against raw COPY of wide rows, at each size",
                $"{Each(ratios.Select(ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture)))}: {Percent(spread)} apart",
                "within 25%",
                spread <= MostSpread),
            new Bound(
                "peak memory, at each size",
                $"{Each(peaks.Select(peak => (peak / 1e6).ToString("0", CultureInfo.InvariantCulture)))} MB: {Percent(peakSpread)} apart",
                "within 10%",
                peakSpread <= MostPeakSpread),
        ];
    }

    private static string Percent(double spread) => string.Create(CultureInfo.InvariantCulture, $"{(spread - 1) * 100:0}%");

    private static string LoadName(long rows) => string.Create(CultureInfo.InvariantCulture, $"SDK: gz to table, {rows:N0} rows");

    private static string LimitName(long rows) =>
        string.Create(CultureInfo.InvariantCulture, $"raw COPY of wide rows, {rows:N0} rows");
}
