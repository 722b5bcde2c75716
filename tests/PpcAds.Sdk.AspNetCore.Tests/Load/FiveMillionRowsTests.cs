using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.AspNetCore.Tests.Endpoints;
using PpcAds.Sdk.Testing;
using Xunit.Abstractions;

namespace PpcAds.Sdk.AspNetCore.Tests.Load;

/// <summary>
/// Lists over five million performance rows in PostgreSQL. Takes some minutes, so it runs with <c>PPCADS_LOAD=1</c> only (<c>.ci/full</c>).
/// The server itself tells of each statement what EXPLAIN ANALYZE would (auto_explain).
/// </summary>
[Trait("Category", "Load")]
public sealed partial class FiveMillionRowsTests(PostgreSqlCluster cluster, ITestOutputHelper output) : IClassFixture<PostgreSqlCluster>
{
    private const int Page = 100;
    private const int Clients = 200;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task Lists_read_twice_their_page_at_most_and_200_clients_are_served()
    {
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_LOAD") != "1", "PPCADS_LOAD is not 1.");
        Skip.If(cluster.Missing is not null, cluster.Missing);
        string connectionString = await cluster.CreateDatabaseAsync();
        string explained = connectionString
            + ";Options=-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_format=json";
        string account;
        await using (TestApi api = await StartAsync(explained))
        {
            account = await api.ConnectAsync();
            await FillAsync(connectionString, account);
            foreach (string path in Lists(account))
            {
                await CheckAsync(api, connectionString, path);
            }
        }

        await using (TestApi api = await StartAsync(connectionString.Replace("Pooling=false", "Maximum Pool Size=100", StringComparison.Ordinal)))
        {
            ((TenantPolicy)api.Services.GetRequiredService<IPpcAdsAccessPolicy>()).Give("ada", account);
            await ServeAsync(api, account);
        }
    }

    private static Task<TestApi> StartAsync(string connectionString) => TestApi.StartAsync(
        ppcAds => ppcAds.UsePostgreSql(connectionString),
        limits: null,
        map: app => app.MapGet("/ping", () => "pong"));

    /// <summary>Each list, its filters, and a page from the middle of it.</summary>
    private static string[] Lists(string account)
    {
        string performance = $"performance?account_id={account}&ad_product=SPONSORED_PRODUCTS";
        return
        [
            $"{performance}&grain=campaign",
            $"{performance}&grain=target",
            $"{performance}&grain=target&profile_id=1002",
            $"{performance}&grain=target&profile_id=1002&from=2026-02-01&to=2026-02-20",
            $"{performance}&grain=target&profile_id=1002&campaign_id=7",
            $"{performance}&grain=campaign&profile_id=1002&campaign_id=7&from=2026-02-01",
            $"campaigns?account_id={account}",
            $"campaigns?account_id={account}&profile_id=1003",
            $"campaigns?account_id={account}&profile_id=1003&campaign_id=7",
            $"keywords?account_id={account}",
            $"keywords?account_id={account}&profile_id=1003",
            $"profiles?account_id={account}",
            $"reports/jobs?account_id={account}",
            $"freshness?account_id={account}",
            $"ingestion/runs?account_id={account}",
            "accounts",
        ];
    }

    private async Task CheckAsync(TestApi api, string connectionString, string path)
    {
        string? after = null;
        for (int page = 0; page < 3; page++)
        {
            string start = $"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit={Page}";
            long before = await LogLengthAsync(connectionString);
            ApiAnswer answer = await api.GetAsync(after is null ? start : $"{start}&after={Uri.EscapeDataString(after)}");
            answer.Status.Should().Be(System.Net.HttpStatusCode.OK, answer.Text);
            long read = await RowsReadAsync(connectionString, before);
            int items = answer.Json.GetProperty("items").GetArrayLength();
            output.WriteLine($"{path}, page {page + 1}: {items} items, {read} rows read");
            read.Should().BePositive().And.BeLessThanOrEqualTo(2 * Page, $"{path}, page {page + 1}");
            after = answer.Json.GetProperty("next").GetString();
            if (after is null)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TestApi api, string account)
    {
        TimeSpan trivial = Percentile99(await CallAsync(api, _ => "/ping"));
        string[] lists = Lists(account);
        IReadOnlyList<(TimeSpan Time, int Status)> calls = await CallAsync(api, i => $"/api/v1/{lists[i % lists.Length]}{(lists[i % lists.Length].Contains('?', StringComparison.Ordinal) ? "&" : "?")}limit={Page}");
        TimeSpan lists99 = Percentile99(calls);

        output.WriteLine($"{Clients} clients for {Duration.TotalSeconds} s: {calls.Count} calls, p99 {lists99.TotalMilliseconds:0} ms, {lists99 / trivial:0.0} times that of a trivial endpoint ({trivial.TotalMilliseconds:0} ms)");
        calls.Should().OnlyContain(call => call.Status == 200).And.HaveCountGreaterThan(Clients);
    }

    private static async Task<IReadOnlyList<(TimeSpan Time, int Status)>> CallAsync(TestApi api, Func<int, string> path)
    {
        long start = TimeProvider.System.GetTimestamp();
        int next = 0;
        IEnumerable<(TimeSpan, int)>[] all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var calls = new List<(TimeSpan, int)>();
            while (TimeProvider.System.GetElapsedTime(start) < Duration)
            {
                long begun = TimeProvider.System.GetTimestamp();
                ApiAnswer answer = await api.GetAsync(path(Interlocked.Increment(ref next)));
                calls.Add((TimeProvider.System.GetElapsedTime(begun), (int)answer.Status));
            }

            return calls.AsEnumerable();
        }));
        return [.. all.SelectMany(calls => calls)];
    }

    private static TimeSpan Percentile99(IReadOnlyList<(TimeSpan Time, int Status)> calls) =>
        calls.Select(call => call.Time).Order().ElementAt((int)(calls.Count * 0.99));

    private static Task<long> LogLengthAsync(string connectionString) =>
        ScalarAsync<long>(connectionString, "SELECT size FROM pg_stat_file('log')");

    /// <summary>The rows that scans gave or threw away, by what the server logged since.</summary>
    private static async Task<long> RowsReadAsync(string connectionString, long since)
    {
        string log = await ScalarAsync<string>(connectionString, $"SELECT pg_read_file('log', {since}, 100000000)");
        long rows = 0;
        foreach (Match plan in Plan().Matches(log))
        {
            using JsonDocument document = JsonDocument.Parse(plan.Groups[1].Value);
            rows += RowsOf(document.RootElement.GetProperty("Plan"));
        }

        return rows;
    }

    private static long RowsOf(JsonElement node)
    {
        long rows = 0;
        if (node.TryGetProperty("Relation Name", out _))
        {
            double loops = node.GetProperty("Actual Loops").GetDouble();
            foreach (string name in (string[])["Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck"])
            {
                rows += node.TryGetProperty(name, out JsonElement count) ? (long)(count.GetDouble() * loops) : 0;
            }
        }

        return rows + (node.TryGetProperty("Plans", out JsonElement plans) ? plans.EnumerateArray().Sum(RowsOf) : 0);
    }

    /// <summary>Impressions, clicks, cost, sales, orders, units and their windows.</summary>
    private const long Reported = (1L << 23) - 1;

    /// <summary>Five million rows: 4 profiles, 450 days, 500 campaigns in one dataset and 5 targets of each in another; and what goes with them.</summary>
    private async Task FillAsync(string connectionString, string account)
    {
        long start = Stopwatch.GetTimestamp();
        await ScalarAsync<object?>(connectionString, $"""
            INSERT INTO ppc_profiles (account_id, profile_id, region, currency, time_zone, is_view_only, source, first_seen_at, last_seen_at, changed_at)
            SELECT {account}, 1000 + p, 'europe', 'EUR', 'Europe/Paris', false, 'list', now(), now(), now() FROM generate_series(1, 4) p;
            INSERT INTO ppc_campaigns (account_id, profile_id, campaign_id, ad_product, source, first_seen_at, last_seen_at, changed_at)
            SELECT {account}, 1000 + p, c, 'SPONSORED_PRODUCTS', 'list', now(), now(), now() FROM generate_series(1, 4) p, generate_series(1, 500) c;
            INSERT INTO ppc_keywords (account_id, profile_id, keyword_id, ad_product, campaign_id, ad_group_id, source, first_seen_at, last_seen_at, changed_at)
            SELECT {account}, 1000 + p, k, 'SPONSORED_PRODUCTS', 1 + k % 500, 1 + k % 500, 'list', now(), now(), now() FROM generate_series(1, 4) p, generate_series(1, 2500) k;
            INSERT INTO performance_days (account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, rows, rows_removed, impressions, clicks, cost, checksum)
            SELECT {account}, 1000 + p, s, date '2024-12-20' + d, 'loaded', 'r', now(), now(), 500, 0, 0, 0, 0, 0
            FROM generate_series(1, 4) p, generate_series(0, 449) d, unnest(ARRAY['sp.campaign', 'sp.target']) s;
            INSERT INTO performance_scopes (account_id, profile_id, dataset, metrics)
            SELECT {account}, 1000 + p, s, {Reported} FROM generate_series(1, 4) p, unnest(ARRAY['sp.campaign', 'sp.target']) s;
            INSERT INTO performance_facts (
              scope_id, date, campaign_id, detail, currency, attribution_days,
              impressions, clicks, cost, sales, orders, units, changed_at)
            SELECT s.scope_id, date '2024-12-20' + d, c, '{default(Guid)}', 'EUR', 7, 100, 2, 1.5, 10, 1, 1, now()
            FROM performance_scopes s, generate_series(0, 449) d, generate_series(1, 500) c
            WHERE s.dataset = 'sp.campaign';
            INSERT INTO performance_facts (
              scope_id, date, campaign_id, detail, ad_group_id, target_id, target_kind, currency, attribution_days,
              impressions, clicks, cost, sales, orders, units, changed_at)
            SELECT
              s.scope_id, date '2024-12-20' + d, c, (lpad(to_hex(c), 16, '0') || lpad(to_hex(t), 16, '0'))::uuid, c, t,
              'keyword', 'EUR', 7, 100, 2, 1.5, 10, 1, 1, now()
            FROM performance_scopes s, generate_series(0, 449) d, generate_series(1, 500) c, generate_series(1, 5) t
            WHERE s.dataset = 'sp.target';
            INSERT INTO ppc_report_jobs (account_id, profile_id, dataset, start_date, end_date, reason, state, created_at, due_at, attempts, failures, lease_epoch)
            SELECT {account}, 1001, 'sp.campaign', date '2025-01-01' + j, date '2025-01-01' + j, 'missing', 'loaded', now(), now(), 0, 0, 1 FROM generate_series(1, 5000) j;
            INSERT INTO ppc_queued_runs (request_key, account_id, state, is_cancel_requested, requested_at)
            SELECT 'account/' || {account}, {account}, 'succeeded', false, now() FROM generate_series(1, 5000) r;
            """);
        await ScalarAsync<object?>(connectionString, "ANALYZE");
        long rows = await ScalarAsync<long>(connectionString, "SELECT count(*) FROM performance_records");
        rows.Should().BeGreaterThanOrEqualTo(5_000_000);
        output.WriteLine($"{rows} performance rows made in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
    }

    private static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 900;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("plan:\\s*\\n(\\t\\{\\n(?:\\t.*\\n)*?\\t\\}\\n)")]
    private static partial Regex Plan();
}
