using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Chaos.Databases;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Soak;

/// <summary>
/// Simulated days in a row, with a sync each at another hour, while Amazon's answers are faulty and advertisers come and go. After each
/// day the tables must equal the truth of the moment at which their figures were taken.
/// </summary>
internal sealed class SoakRun(int days, double faults, int seed, string database)
{
    private const int TriesADay = 4;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>A month in which clocks go forward in America (8th) and in Europe (29th).</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SteppingTimeProvider _time = new(Start);
    private long _loaded;
    private long _inserted;
    private long _changed;
    private long _removed;
    private int _suspect;
    private int _retried;
    private readonly List<StepResult> _steps = [];
    private DateTimeOffset _lastTry;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await using var databases = new ChaosDatabase(database);
        await databases.StartAsync();
        string connection = await databases.CreateAsync();
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions
            {
                AsOf = Start,
                TimeProvider = _time,
                Profiles = 7,
                AgencyProfiles = 1,

                // Enough for a report of five days to have the 20 rows from which on a loss is suspect.
                Campaigns = 10,
                ReportGenerationTime = TimeSpan.FromMinutes(8),
            },
            cancellationToken);
        var world = new SoakWorld(amazon);
        await using ServiceProvider services = Build(amazon, connection);
        await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync(cancellationToken);
        var manager = services.GetRequiredService<AccountManager>();
        foreach (SoakAccount account in world.Accounts)
        {
            account.Id = (await manager.ConnectAsync(account.Name, Credentials(amazon, account.Grant.RefreshToken), cancellationToken: cancellationToken)).AccountId;
        }

        var check = new SoakCheck(databases, connection, amazon, world);
        for (int day = 0; day < days; day++)
        {
            MoveTo(Start.AddDays(day).AddHours(day * 7 % 24));
            IReadOnlyList<string> events = await world.PassAsync(
                day, (account, token) => manager.ReconnectAsync(account.Id, Credentials(amazon, token), cancellationToken: cancellationToken));
            await ExpectAsync(amazon, world);
            amazon.Requests.Clear();
            DateTimeOffset synced = _time.GetUtcNow();
            amazon.Faults.Storm = new SimulatorStorm(faults, seed + day);
            int hits = amazon.Faults.Hits;
            IReadOnlyList<string> failed = await SyncAsync(services, cancellationToken);
            amazon.Faults.Storm = null;
            check.Wrong.AddRange(failed);
            check.Asked();
            await check.RunAsync(all: day == days - 1);
            foreach (SoakAccount account in world.Accounts.Where(account => !account.Grant.IsRevoked))
            {
                // What was due when the last try planned: a day may have passed its window since the first.
                await check.FreshAsync(account, _lastTry);
            }

            Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds,4:0} s, {synced:yyyy-MM-dd HH:mm}  {amazon.Requests.Entries.Count,5} calls, {amazon.Faults.Hits - hits,3} faulty; so far {_loaded} reports, rows {_inserted} new, "
                + $"{_changed} changed, {_removed} removed; {check.Days} days checked{string.Concat(events.Select(text => $"; {text}"))}");
            if (check.Wrong.Count > 0)
            {
                foreach (StepResult step in _steps.Where(step => step.Outcome != StepOutcome.Done))
                {
                    Console.WriteLine($"  account {step.AccountId}, profile {step.ProfileId}, {step.Step}: {step.Outcome}, {step.Reason}");
                }

                break;
            }
        }

        check.Wrong.Take(20).ToList().ForEach(Console.WriteLine);
        TimeSpan took = Stopwatch.GetElapsedTime(began);
        bool happened = _changed > 0 && _removed > 0 && (days < 6 || _suspect > 0);
        bool good = check.Wrong.Count == 0 && happened && took < LongestRun;
        Console.WriteLine($"{days} days on {database}, {faults:P0} of answers faulty: {_loaded} reports loaded, {_inserted} rows new, {_changed} restated, {_removed} vanished, "
            + $"{_suspect} suspect reports asked once more, {_retried} syncs run again after a failure, {check.Days} days of figures equal to the truth, {took.TotalSeconds:0} s: "
            + (good ? "GOOD." : happened ? "NOT GOOD." : "NOT GOOD: nothing was restated, removed or suspect."));
        return good ? 0 : 1;
    }

    /// <summary>A sync of all accounts and the reports it asked for; again when something failed, as the next interval would.</summary>
    /// <returns>What failed to the last.</returns>
    private async Task<IReadOnlyList<string>> SyncAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        var orchestrator = services.GetRequiredService<IngestionOrchestrator>();
        var done = new HashSet<(AccountId Account, ProfileId? Profile, string Step)>();
        _steps.Clear();
        for (int attempt = 1; ; attempt++)
        {
            _lastTry = _time.GetUtcNow();
            var steps = new List<StepResult>();
            steps.AddRange((await _time.RunAsync(orchestrator.SyncAllAccountsAsync(null, cancellationToken))).Steps);
            steps.AddRange((await _time.RunAsync(orchestrator.CompleteReportsAsync(null, TimeSpan.FromHours(2), null, cancellationToken))).Steps);
            _steps.AddRange(steps);
            foreach (StepResult step in steps.Where(step => step is { Job: not null, Load: not null }))
            {
                _loaded++;
                _inserted += step.Load!.Inserted;
                _changed += step.Load.Changed;
                _removed += step.Load.Removed;
                _suspect += step.Load.IsSuspect ? 1 : 0;
            }

            // A revoked grant is no failure that another try mends; and what an earlier try of the day did is done.
            done.UnionWith(steps.Where(step => step.Outcome == StepOutcome.Done).Select(KeyOf));
            StepResult[] failed =
            [
                .. steps.Where(step => step is { Outcome: StepOutcome.Failed, Exception: not AmazonAdsAuthenticationException { NeedsConsent: true } }
                    && (step.Job is not null || !done.Contains(KeyOf(step)))),
            ];
            if (failed.Length == 0)
            {
                return [];
            }

            if (attempt == TriesADay)
            {
                return [.. failed.Select(step => $"account {step.AccountId}, profile {step.ProfileId}, {step.Step}: {step.Reason}")];
            }

            // A report that failed is planned anew, by a profile's sync that must then run to its end.
            foreach (ReportJob job in failed.Select(step => step.Job).OfType<ReportJob>())
            {
                done.RemoveWhere(key => key.Account == job.AccountId && key.Profile == job.ProfileId);
            }

            _retried++;
        }
    }

    private static (AccountId, ProfileId?, string) KeyOf(StepResult step) => (step.AccountId, step.ProfileId, step.Step);

    /// <summary>Notes what the lists hold now, for accounts and profiles that can be synced.</summary>
    private static async Task ExpectAsync(AmazonAdsSimulator amazon, SoakWorld world)
    {
        foreach (SoakAccount account in world.Accounts.Where(account => !account.Grant.IsRevoked))
        {
            foreach (long profileId in account.Visible)
            {
                account.Ever.Add(profileId);
                if (world.Profiles[profileId] is { Type: not "agency" } profile)
                {
                    account.Lists[profileId] = await SoakLists.ReadAsync(amazon, account.Grant, profile);
                }
            }
        }
    }

    private ServiceProvider Build(AmazonAdsSimulator amazon, string connection)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        IPpcAdsBuilder builder = services.AddPpcAds(options =>
        {
            options.Client = SimulatedAmazon.OptionsFor(amazon);
            options.Ingestion.UseSmallSync();
            options.Ingestion.LeaseDuration = The.Lease;

            // One at a time, so that fake time moves only when everything waits.
            options.Ingestion.MaxConcurrentAccounts = 1;
            options.Ingestion.MaxConcurrentProfiles = 1;
            options.Ingestion.MaxConcurrentReports = 1;
        });
        _ = database == "sqlite" ? builder.UseSqlite(connection) : builder.UsePostgreSql(connection);
        return services.BuildServiceProvider();
    }

    private void MoveTo(DateTimeOffset instant)
    {
        if (instant > _time.GetUtcNow())
        {
            _time.Advance(instant - _time.GetUtcNow());
        }
    }

    private static LwaCredentials Credentials(AmazonAdsSimulator amazon, string refreshToken) => new(amazon.ClientId, amazon.ClientSecret, refreshToken);
}
