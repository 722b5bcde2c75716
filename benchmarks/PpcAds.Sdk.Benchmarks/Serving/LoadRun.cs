using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.Benchmarks.Syncing;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>
/// Clients of a host that syncs a large account at the same time: no call may fail, and none be much slower than one that does nothing.
/// Then the database is stopped and started under them.
/// </summary>
internal sealed class LoadRun(SimulatorSettings settings, int clients, TimeSpan duration, string folder)
{
    private const double MostSlower = 3;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostRecovery = TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(vacuumsItself: true, cancellationToken);
        await using SimulatorProcess amazon = await SimulatorProcess.StartAsync(settings, cancellationToken);
        string connection = await server.CreateAsync("load", null, cancellationToken);
        List<Bound> bounds = [];
        await using (ServedHost host = await ServedHost.StartAsync(connection, amazon.Address, cancellationToken))
        {
            SimulatorAddress address = amazon.Address;
            Account account = await host.Services.GetRequiredService<AccountManager>().ConnectAsync(
                "Load", new LwaCredentials(address.ClientId, address.ClientSecret, address.RefreshToken), cancellationToken: cancellationToken);
            host.Policy.Give("ada", account.AccountId);
            var orchestrator = host.Services.GetRequiredService<IngestionOrchestrator>();
            await orchestrator.SyncAccountAsync(account.AccountId, null, cancellationToken);
            await orchestrator.CompleteReportsAsync(account.AccountId, null, null, cancellationToken);
            QueuedRun run = (await host.Services.GetRequiredService<IngestionRuns>().RequestAsync(
                new PpcAds.Sdk.Ingestion.RunRequest { AccountId = account.AccountId }, cancellationToken))!;
            LoadCalls CreateCalls() => new(host, clients, account.AccountId.ToString(), run.RunId.ToString(CultureInfo.InvariantCulture));
            Console.WriteLine(Text($"{settings.Profiles} profiles are loaded, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));

            await using var syncs = new SyncLoop(orchestrator, account.AccountId);
            await CreateCalls().RunAsync(Warm, cancellationToken);
            LoadCalls calls = CreateCalls();
            await calls.RunAsync(duration, cancellationToken);
            bounds.AddRange(Judge(calls, syncs));
            bounds.AddRange(await RestartAsync(server, CreateCalls(), syncs, cancellationToken));
        }

        var report = new Report
        {
            Mode = "load",
            Conditions = ReportWriter.Conditions(PostgreSqlServer.Settings),
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [],
            Bounds = bounds,
            Differences = [],
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private List<Bound> Judge(LoadCalls calls, SyncLoop syncs)
    {
        Console.WriteLine(Text($"{clients} clients for {duration.TotalSeconds:0} s, {syncs.Done} syncs ended meanwhile"));
        foreach ((string name, CallTimes times) in calls.ByCall.OrderBy(call => call.Key, StringComparer.Ordinal)
            .Append(new(ServedHost.Trivial, calls.Trivial)))
        {
            Console.WriteLine(Text(
                $"  {name,-40} {times.Count,7} calls  p50 {times.Percentile(0.5),7:0.0} ms  p99 {times.Percentile(0.99),7:0.0} ms"));
        }

        double ours = calls.Ours.Percentile(0.99);
        double trivial = calls.Trivial.Percentile(0.99);
        return
        [
            new Bound(
                Text($"calls that failed, of {calls.Ours.Count + calls.Trivial.Count}"),
                Text($"{calls.Failures.Count}"),
                "0",
                calls.Failures.Count == 0),
            new Bound(
                Text($"p50 {calls.Ours.Percentile(0.5):0.0} ms, p99 {ours:0.0} ms, against ")
                    + Text($"{calls.Trivial.Percentile(0.5):0.0} and {trivial:0.0} ms of nothing: p99"),
                Bound.Times(ours / trivial),
                "<= " + Bound.Times(MostSlower),
                ours / trivial <= MostSlower),
        ];
    }

    private async Task<List<Bound>> RestartAsync(
        PostgreSqlServer server, LoadCalls calls, SyncLoop syncs, CancellationToken cancellationToken)
    {
        TimeSpan half = duration / 2;
        long began = Stopwatch.GetTimestamp();
        Task load = calls.RunAsync(half, cancellationToken);
        await Task.Delay(half / 3, TimeProvider.System, cancellationToken);
        await server.StopAsync();
        await Task.Delay(Away, TimeProvider.System, cancellationToken);
        await server.StartAgainAsync(cancellationToken);
        TimeSpan back = Stopwatch.GetElapsedTime(began);
        await load;

        TimeSpan[] after = [.. calls.Failures.Select(failure => failure.At).Where(at => at > back)];
        TimeSpan recovery = after.Length == 0 ? TimeSpan.Zero : after.Max() - back;
        string others = string.Join(", ", calls.Failures.Where(failure => failure.Status != 503)
            .GroupBy(failure => (failure.Call, failure.Status))
            .Select(group => Text($"{group.Count()}x {group.Key.Status} of {group.Key.Call}")));
        int outages = calls.Failures.Count(failure => failure.Status == 503);
        Console.WriteLine(Text(
            $"Restarted: {calls.Failures.Count} calls failed, {after.Length} of them after it was back; {syncs.BrokenOff} syncs broken off"));
        return
        [
            new Bound("restart: calls that failed otherwise than by 503", others.Length == 0 ? "0" : others, "0", others.Length == 0),
            new Bound("restart: calls that failed by 503", Text($"{outages}"), "> 0", outages > 0),
            new Bound(
                "restart: last failure after the server was back",
                Text($"{recovery.TotalSeconds:0.0} s"),
                "<= 5.0 s",
                recovery <= MostRecovery),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
