using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;

namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>
/// Whether the time of an answer tells another tenant's ids from ids of nothing: both are asked for in turn, over HTTP, while the other
/// tenant has a large run and many jobs.
/// </summary>
internal sealed class TimingRun(int jobs, int calls, string folder)
{
    private const double MostDifference = 1.1;
    private const int WarmCalls = 300;
    private const string Nobodys = "9999999";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(vacuumsItself: true, cancellationToken);
        string connection = await server.CreateAsync("timing", null, cancellationToken);
        var bounds = new List<Bound>();
        await using (ServedHost host = await ServedHost.StartAsync(connection, null, cancellationToken))
        {
            var accounts = host.Services.GetRequiredService<IAccountStore>();
            AccountId foreign = (await accounts.AddAsync("Ada's", cancellationToken: cancellationToken)).AccountId;
            host.Policy.Give("ada", foreign);
            host.Policy.Give("eve", (await accounts.AddAsync("Eve's", cancellationToken: cancellationToken)).AccountId);
            await FillAsync(server, foreign, cancellationToken);
            using HttpClient eve = host.CreateClient("eve");
            foreach ((string method, string path, string id) in new[]
            {
                ("GET", "ingestion/runs/{0}", "1"),
                ("DELETE", "ingestion/runs/{0}", "1"),
                ("GET", "accounts/{0}", foreign.ToString()),
                ("GET", "campaigns?account_id={0}", foreign.ToString()),
                ("GET", "reports/jobs?account_id={0}", foreign.ToString()),
            })
            {
                bounds.Add(await MeasureAsync(eve, method, path, id, cancellationToken));
            }
        }

        var report = new Report
        {
            Mode = "timing",
            Conditions = ReportWriter.Conditions(PostgreSqlServer.Settings),
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [],
            Bounds = bounds,
            Differences = [],
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private async Task<Bound> MeasureAsync(HttpClient client, string method, string path, string foreignId, CancellationToken cancellationToken)
    {
        var foreign = new CallTimes();
        var missing = new CallTimes();
        for (int i = -WarmCalls; i < calls; i++)
        {
            // In turn, and each as often first as second.
            bool isForeignFirst = i % 2 == 0;
            TimeSpan first = await CallAsync(client, method, path, isForeignFirst ? foreignId : Nobodys, cancellationToken);
            TimeSpan second = await CallAsync(client, method, path, isForeignFirst ? Nobodys : foreignId, cancellationToken);
            if (i >= 0)
            {
                foreign.Add(isForeignFirst ? first : second);
                missing.Add(isForeignFirst ? second : first);
            }
        }

        double ratio = foreign.Percentile(0.5) / missing.Percentile(0.5);
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{method} {string.Format(CultureInfo.InvariantCulture, path, "id")}, medians {foreign.Percentile(0.5):0.000} ms "
            + $"of another's and {missing.Percentile(0.5):0.000} ms of nobody's");
        Console.WriteLine($"  {text}");
        return new Bound(
            text,
            Bound.Times(ratio),
            $"{Bound.Times(1 / MostDifference)} to {Bound.Times(MostDifference)}",
            ratio is <= MostDifference and >= 1 / MostDifference);
    }

    private static async Task<TimeSpan> CallAsync(
        HttpClient client, string method, string path, string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method), "/api/v1/" + string.Format(CultureInfo.InvariantCulture, path, id));
        long begun = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await client.SendAsync(request, cancellationToken);
        TimeSpan took = Stopwatch.GetElapsedTime(begun);
        return (int)response.StatusCode == 404
            ? took
            : throw new InvalidOperationException($"{method} {path} answered {(int)response.StatusCode}.");
    }

    /// <summary>A run that goes on, with the steps of 200 profiles, and jobs since it began.</summary>
    private Task FillAsync(PostgreSqlServer server, AccountId account, CancellationToken cancellationToken) => server.ExecuteAsync(
        "timing",
        string.Create(CultureInfo.InvariantCulture, $$"""
            INSERT INTO ppc_queued_runs (request_key, account_id, state, is_cancel_requested, requested_at, started_at, steps)
            SELECT 'account/{{account.Value}}', {{account.Value}}, 'running', false, now() - interval '1 hour', now() - interval '1 hour',
                json_agg(json_build_object('a', {{account.Value}}, 'p', p, 's', 'sp.step' || s, 'o', 'done', 'n', 20))
            FROM generate_series(1, 200) p, generate_series(1, 15) s;
            INSERT INTO ppc_report_jobs
                (account_id, profile_id, dataset, start_date, end_date, reason, state, created_at, due_at, attempts, failures, lease_epoch)
            SELECT {{account.Value}}, 1 + j % 200, 'sp.campaign', date '2025-01-01' + j / 200, date '2025-01-01' + j / 200, 'missing', 'loaded',
                now() - interval '30 minutes', now(), 0, 0, 1 FROM generate_series(1, {{jobs}}) j;
            INSERT INTO ppc_campaigns (account_id, profile_id, campaign_id, ad_product, source, first_seen_at, last_seen_at, changed_at)
            SELECT {{account.Value}}, p, c, 'SPONSORED_PRODUCTS', 'list', now(), now(), now() FROM generate_series(1, 200) p, generate_series(1, 20) c;
            ANALYZE;
            """),
        cancellationToken);
}
