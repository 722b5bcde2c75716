using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.Benchmarks.Reads;
using PpcAds.Sdk.Benchmarks.Serving;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Benchmarks.Dashboard;

/// <summary>
/// Each page of the dashboard over many rows, in turn with an answer in JSON that reads the same: an endpoint of the SDK where
/// there is one, else <see cref="SameReads"/>.
/// </summary>
internal sealed class DashboardRun(long rows, int calls, string[] databases, string folder)
{
    private const double Most = 3;
    private const int WarmCalls = 10;
    private const int Runs = 40;

    private readonly List<Bound> _bounds = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        string load = await ReadLoadAsync(cancellationToken);
        foreach (string kind in databases.Order(StringComparer.Ordinal).Reverse())
        {
            await using PageDatabase database = await PageDatabase.CreateAsync(kind, rows, cancellationToken);
            await using PageHost host = await PageHost.StartAsync(database, cancellationToken);
            await MeasureAsync(database.Name, host, cancellationToken);
        }

        var report = new Report
        {
            Mode = "dashboard",
            Conditions = $"{ReportWriter.Conditions(PostgreSqlServer.Settings)}; load average {load} before, "
                + $"{await ReadLoadAsync(cancellationToken)} after",
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [],
            Bounds = _bounds,
            Differences = [],
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private async Task MeasureAsync(string database, PageHost host, CancellationToken cancellationToken)
    {
        long run = await AddRunsAsync(host, cancellationToken);
        string keyword = await FindKeywordAsync(host, cancellationToken);
        string profile = $"{ReadsWorld.AccountId}.{ReadsWorld.FirstProfile}";
        using HttpClient client = host.CreateClient();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: {rows:N0} rows, about"));
        foreach ((string page, string same) in new[]
        {
            ("/ads", "/same/overview"),
            ("/ads/campaigns", "/same/Campaign"),
            ("/ads/ad-groups", "/same/AdGroup"),
            ("/ads/keywords", "/same/Target"),
            ("/ads/search-terms", "/same/SearchTerm"),
            ("/ads/placements", "/same/Placement"),
            ("/ads/products", "/same/AdvertisedProduct"),
            ($"/ads/keywords/{keyword}", $"/same/Target/{keyword}"),
            ($"/ads/data?profile={profile}", $"/same/data/{ReadsWorld.FirstProfile}"),
            ("/ads/accounts", "/same/accounts"),
            ("/ads/runs", $"/api/v1/ingestion/runs?account_id={ReadsWorld.AccountId}"),
            ($"/ads/runs/{run}", $"/api/v1/ingestion/runs/{run}"),
        })
        {
            _bounds.Add(await CompareAsync(client, database, page, same, cancellationToken));
        }
    }

    private async Task<Bound> CompareAsync(
        HttpClient client, string database, string page, string same, CancellationToken cancellationToken)
    {
        var pages = new CallTimes();
        var others = new CallTimes();
        for (int i = -WarmCalls; i < calls; i++)
        {
            TimeSpan first = await CallAsync(client, i % 2 == 0 ? page : same, cancellationToken);
            TimeSpan second = await CallAsync(client, i % 2 == 0 ? same : page, cancellationToken);
            if (i >= 0)
            {
                pages.Add(i % 2 == 0 ? first : second);
                others.Add(i % 2 == 0 ? second : first);
            }
        }

        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{database} {Short(page)}: p50 {pages.Percentile(0.5):0.0}, p95 {pages.Percentile(0.95):0.0} ms; "
            + $"{Short(same)}: {others.Percentile(0.5):0.0}, {others.Percentile(0.95):0.0} ms");
        double median = pages.Percentile(0.5) / others.Percentile(0.5);
        double slowest = pages.Percentile(0.95) / others.Percentile(0.95);
        bool isGood = median <= Most && slowest <= Most;
        Console.WriteLine($"  {(isGood ? "GOOD" : "BAD ")} {text}");
        return new Bound(text, $"{Bound.Times(median)}, {Bound.Times(slowest)}", "<= " + Bound.Times(Most), isGood);
    }

    /// <summary>An address without what it asks for, and without the long id of a row.</summary>
    private static string Short(string address) =>
        string.Join('/', address.Split('?')[0].Split('/')
            .Select(part => part.Contains('.', StringComparison.Ordinal) ? "{id}" : part));

    private static async Task<TimeSpan> CallAsync(HttpClient client, string address, CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        TimeSpan took = Stopwatch.GetElapsedTime(begun);
        return response.IsSuccessStatusCode
            ? took
            : throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}.");
    }

    /// <summary>Runs that are over, the newest with jobs.</summary>
    private static async Task<long> AddRunsAsync(PageHost host, CancellationToken cancellationToken)
    {
        IRunStore runs = host.Services.GetRequiredService<IRunStore>();
        var account = new AccountId(ReadsWorld.AccountId);
        long newest = 0;
        for (int i = Runs; i > 0; i--)
        {
            DateTimeOffset at = PageHost.Now.AddHours(-i);
            QueuedRun run = (await runs.EnqueueAsync(new Ingestion.RunRequest { AccountId = account }, at, cancellationToken))!;
            newest = run.RunId;
            if (i == 1)
            {
                await host.Services.GetRequiredService<IReportJobStore>().AddAsync(
                    [
                        .. Datasets.All.SelectMany(dataset => Enumerable.Range(0, 3).Select(part => new PlannedReport
                        {
                            AccountId = account,
                            ProfileId = new ProfileId(ReadsWorld.FirstProfile),
                            Dataset = dataset.Id,
                            StartDate = ReadsWorld.FirstDay.AddDays(31 * part),
                            EndDate = ReadsWorld.FirstDay.AddDays((31 * part) + 27),
                            Reason = PlanReason.Missing,
                        })),
                    ],
                    at.AddMinutes(1),
                    cancellationToken);
            }

            await runs.SaveAsync(
                run with { State = QueuedRunState.Succeeded, StartedAt = at, FinishedAt = at.AddMinutes(5) }, cancellationToken);
        }

        return newest;
    }

    private static async Task<string> FindKeywordAsync(PageHost host, CancellationToken cancellationToken)
    {
        DateOnly to = DateOnly.FromDateTime(PageHost.Now.DateTime).AddDays(-1);
        var selection = new PerformanceSelection(
            DatasetGrain.Target, [new AccountId(ReadsWorld.AccountId)], "EUR", new PerformancePeriod(to.AddDays(-27), to));
        ReadPage<PerformanceTableRow> page = await host.Services.GetRequiredService<IPerformanceTableReader>()
            .ReadPageAsync(new PerformanceTableQuery(selection), new PageRequest(1), cancellationToken);
        return page.Items[0].Id.ToString();
    }

    private static async Task<string> ReadLoadAsync(CancellationToken cancellationToken) =>
        (await File.ReadAllTextAsync("/proc/loadavg", cancellationToken)).Split(' ')[0];
}
