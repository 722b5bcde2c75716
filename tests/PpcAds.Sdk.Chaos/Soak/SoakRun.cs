using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.Chaos.Kills;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>
/// Simulated days in a row, with a sync each at another hour, while Amazon's answers are faulty and advertisers come and go. After each
/// day the tables must equal the truth of the moment at which their figures were taken. A day may be late, if an issue names its dataset
/// and day, few are, and it is there after the next undisturbed sync.
/// </summary>
/// <param name="options">What to do.</param>
/// <param name="output">Takes what is told.</param>
/// <param name="disturb">Does something to the database before a day is checked, so that tests see the check fail.</param>
internal sealed class SoakRun(SoakOptions options, TextWriter output, Func<SoakProbe, Task>? disturb = null)
{
    private const int MostTold = 20;

    /// <summary>A day that stays suspect is requested again half a day later: docs/failures.md.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(12.1);

    private readonly SoakPlan _plan = new(options);
    private readonly List<string> _wrong = [];
    private int _days;
    private int _loads;
    private int _late;
    private int _incomplete;

    /// <summary>Runs it.</summary>
    /// <returns>Whether it is good.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        var time = new SteppingTimeProvider(_plan.Start);
        await using var databases = new ChaosDatabase(options.Database);
        await databases.StartAsync();
        string connection = await databases.CreateAsync();
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(_plan.Describe(time), cancellationToken);
        var world = new SoakWorld(amazon, _plan);
        var ledger = new SoakLedger(databases, connection);
        string spoolFolder = databases.CreateFolder();
        var logs = new ConcurrentQueue<string>();
        await using ServiceProvider services = Build(amazon, connection, spoolFolder, logs, time);
        await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync(cancellationToken);
        var manager = services.GetRequiredService<AccountManager>();
        await ConnectAsync(manager, amazon, world.Accounts, cancellationToken);
        var check = new SoakCheck(databases, connection, amazon, world, options.AllProducts);
        var sync = new SoakSync(services.GetRequiredService<IngestionOrchestrator>(), time, check.Loads);
        for (int day = 0; day < options.Days && _wrong.Count == 0; day++)
        {
            if (_plan.GetSync(day) > time.GetUtcNow())
            {
                time.Advance(_plan.GetSync(day) - time.GetUtcNow());
            }

            IReadOnlyList<string> events = await world.PassAsync(
                day, (account, token) => manager.ReconnectAsync(account.Id, Credentials(amazon, token), cancellationToken: cancellationToken), ledger);
            _incomplete += events.Count(text => text == SoakWorld.ReportWillLackRows);
            _plan.Turn(amazon.Quirks, day);
            DateTimeOffset synced = time.GetUtcNow();
            int hits = amazon.Faults.Hits;
            var storm = new SimulatorStorm(options.Faults, options.Seed, day);
            SoakFindings findings = await SyncAsync(amazon, world, check, sync, storm, all: day == options.Days - 1, cancellationToken);
            int late = findings.Late.Count;
            if (disturb is not null)
            {
                await disturb(new SoakProbe(databases, connection, () => ProbeAsync(check, sync, synced), FindAftermathAsync));
                findings = await check.RunAsync(sync.LastTry, all: true);
            }

            _wrong.AddRange(findings.Wrong);
            if (findings.IsLate)
            {
                _wrong.AddRange(await check.FindUntoldAsync(findings, synced));
                await CatchUpAsync(amazon, world, check, sync, time, cancellationToken);
            }

            _late += late;
            await output.WriteLineAsync($"{Stopwatch.GetElapsedTime(began).TotalSeconds,4:0} s, {synced:yyyy-MM-dd HH:mm}  {amazon.Requests.Entries.Count,5} calls, "
                + $"{amazon.Faults.Hits - hits,3} faulty; so far {sync.Loaded} reports, rows {sync.Inserted} new, {sync.Changed} changed, {sync.Removed} removed; "
                + $"{_days} days checked, {_late} late{string.Concat(events.Select(text => $"; {text}"))}");
        }

        _wrong.AddRange(await FindAftermathAsync());
        return await TellAsync(sync, Stopwatch.GetElapsedTime(began));

        async Task<string[]> FindAftermathAsync() =>
            [.. await Aftermath.FindAsync(databases, connection, spoolFolder, amazon, string.Join('\n', logs))];
    }

    private static async Task ConnectAsync(
        AccountManager manager, AmazonAdsSimulator amazon, IEnumerable<SoakAccount> accounts, CancellationToken cancellationToken)
    {
        foreach (SoakAccount account in accounts)
        {
            LwaCredentials credentials = Credentials(amazon, account.Grant.RefreshToken);
            account.Id = (await manager.ConnectAsync(account.Name, credentials, cancellationToken: cancellationToken)).AccountId;
        }
    }

    private static async Task<string[]> ProbeAsync(SoakCheck check, SoakSync sync, DateTimeOffset synced)
    {
        SoakFindings probed = await check.RunAsync(sync.LastTry, all: true);
        return probed.IsLate ? [.. probed.Wrong, .. await check.FindUntoldAsync(probed, synced)] : [.. probed.Wrong];
    }

    /// <summary>One day's syncs, and what is there after them.</summary>
    private async Task<SoakFindings> SyncAsync(
        AmazonAdsSimulator amazon, SoakWorld world, SoakCheck check, SoakSync sync, SimulatorStorm? storm, bool all, CancellationToken cancellationToken)
    {
        Dictionary<(SoakAccount, long), SoakLists> before = await ReadListsAsync(amazon, world);
        amazon.Requests.Clear();
        amazon.Faults.Storm = storm;
        await sync.RunAsync(cancellationToken);
        amazon.Faults.Storm = null;
        _wrong.AddRange(check.FindWrongAsks());
        foreach (((SoakAccount account, long profileId), SoakLists after) in await ReadListsAsync(amazon, world))
        {
            account.Lists[profileId] = (before[(account, profileId)], after);
        }

        SoakFindings findings = await check.RunAsync(sync.LastTry, all);
        _days += findings.Days;
        _loads += findings.Loads;
        return findings;
    }

    /// <summary>The next undisturbed sync: nothing may be late after it.</summary>
    private async Task CatchUpAsync(
        AmazonAdsSimulator amazon, SoakWorld world, SoakCheck check, SoakSync sync, SteppingTimeProvider time, CancellationToken cancellationToken)
    {
        time.Advance(Rest);
        SoakFindings findings = await SyncAsync(amazon, world, check, sync, null, all: false, cancellationToken);
        _wrong.AddRange(findings.Wrong);
        _wrong.AddRange(findings.Late.Select(late => $"{late.Key}: {late.Value}, after an undisturbed sync too"));
        _wrong.AddRange(findings.LateLists.Select(late => $"{late.Text}, after an undisturbed sync too"));
    }

    private async Task<bool> TellAsync(SoakSync sync, TimeSpan took)
    {
        bool happened = options.Days < 5 || (sync.Changed > 0 && sync.Removed > 0 && (_incomplete == 0 || sync.Suspect > 0));
        bool isLateOften = _late > _days * options.MostLate;
        bool good = _wrong.Count == 0 && happened && !isLateOften;
        if (_wrong.Count > 0)
        {
            foreach (StepResult step in sync.Undone.Take(MostTold))
            {
                await output.WriteLineAsync($"  account {step.AccountId}, profile {step.ProfileId}, {step.Step}: {step.Outcome}, {step.Reason}");
            }
        }

        foreach (string text in _wrong.Take(MostTold))
        {
            await output.WriteLineAsync(text);
        }

        await output.WriteLineAsync($"{options.Days} days of seed {options.Seed} on {options.Database}, {options.Faults:P0} of answers faulty: {sync.Loaded} reports loaded, "
            + $"{sync.Inserted} rows new, {sync.Changed} restated, {sync.Removed} vanished, {sync.Suspect} suspect reports, {sync.Retried} syncs run again after a failure, "
            + $"{_days} days of figures and {_loads} loads of days checked, {_late} late, {_wrong.Count} differences, "
            + $"{took.TotalSeconds:0} s: "
            + (good ? "GOOD." : !happened ? "NOT GOOD: nothing was restated, removed or suspect." : _wrong.Count > 0 ? "NOT GOOD." : $"NOT GOOD: more than {options.MostLate:P0} late."));
        return good;
    }

    /// <summary>What the lists hold now, for accounts and profiles that can be synced.</summary>
    private async Task<Dictionary<(SoakAccount, long), SoakLists>> ReadListsAsync(AmazonAdsSimulator amazon, SoakWorld world)
    {
        var lists = new Dictionary<(SoakAccount, long), SoakLists>();
        var ofProfiles = new Dictionary<long, SoakLists>();
        foreach (SoakAccount account in world.Accounts.Where(account => !account.Grant.IsRevoked))
        {
            foreach (long profileId in account.Visible)
            {
                account.Ever.Add(profileId);
                if (world.Profiles[profileId] is { Type: not "agency" } profile)
                {
                    lists[(account, profileId)] = ofProfiles.TryGetValue(profileId, out SoakLists? known)
                        ? known
                        : ofProfiles[profileId] = await SoakLists.ReadAsync(amazon, account.Grant, profile, options.AllProducts);
                }
            }
        }

        return lists;
    }

    private ServiceProvider Build(
        AmazonAdsSimulator amazon, string connection, string spoolFolder, ConcurrentQueue<string> logs, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        IPpcAdsBuilder builder = services.AddPpcAds(sdk =>
        {
            sdk.Client = SimulatedAmazon.OptionsFor(amazon);
            sdk.Ingestion.LeaseDuration = The.Lease;
            sdk.Ingestion.SpoolDirectory = spoolFolder;
            if (!options.AllProducts)
            {
                sdk.Ingestion.Entities = [.. SoakList.All.Where(list => list.IsOfProducts).Select(list => list.Type)];
                sdk.Ingestion.Datasets = [.. SoakDataset.All.Where(dataset => dataset.IsOfProducts).Select(dataset => dataset.Name)];
            }

            // One at a time, so that fake time moves only when everything waits.
            sdk.Ingestion.MaxConcurrentAccounts = 1;
            sdk.Ingestion.MaxConcurrentProfiles = 1;
            sdk.Ingestion.MaxConcurrentReports = 1;
        });
        SecretLog.Add(builder, amazon.ClientId, [amazon.ClientSecret], logs.Enqueue);
        _ = options.Database == "sqlite" ? builder.UseSqlite(connection) : builder.UsePostgreSql(connection);
        builder.StoreCredentialsInDatabase();
        return services.BuildServiceProvider();
    }

    private static LwaCredentials Credentials(AmazonAdsSimulator amazon, string refreshToken) => new(amazon.ClientId, amazon.ClientSecret, refreshToken);
}
