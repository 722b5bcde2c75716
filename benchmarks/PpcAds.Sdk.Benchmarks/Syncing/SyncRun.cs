using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Benchmarks.Output;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>A first sync of an account with many profiles, its reports, and a second sync, which has nothing to write.</summary>
internal sealed class SyncRun(SimulatorSettings settings, IReadOnlyList<string> datasets, int days, string folder)
{
    private readonly List<SyncPhase> _phases = [];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(vacuumsItself: true, cancellationToken);
        await using SimulatorProcess amazon = await SimulatorProcess.StartAsync(settings, cancellationToken);
        string connection = await server.CreateAsync("sync", null, cancellationToken);
        await using (ServiceProvider services = Build(amazon.Address, connection))
        {
            await services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync(cancellationToken);
            SimulatorAddress address = amazon.Address;
            Account account = await services.GetRequiredService<AccountManager>().ConnectAsync(
                "Benchmark", new LwaCredentials(address.ClientId, address.ClientSecret, address.RefreshToken), cancellationToken: cancellationToken);
            var orchestrator = services.GetRequiredService<IngestionOrchestrator>();
            using var calls = new CallCounter();
            await using var observer = new NpgsqlConnection(connection);
            await observer.OpenAsync(cancellationToken);
            var meter = new SyncMeter(calls, observer, amazon.ProcessId, server.ProcessId);
            async Task MeasureAsync(string name, Func<Task<IngestionResult>> runAsync) => _phases.Add(await meter.MeasureAsync(name, runAsync, cancellationToken));
            await MeasureAsync("first sync", () => orchestrator.SyncAccountAsync(account.AccountId, null, cancellationToken));
            await MeasureAsync("reports", () => orchestrator.CompleteReportsAsync(account.AccountId, null, null, cancellationToken));
            await MeasureAsync("second sync", () => orchestrator.SyncAccountAsync(account.AccountId, null, cancellationToken));
        }

        WriteTable();
        var report = new Report
        {
            Mode = "sync",
            Conditions = ReportWriter.Conditions(PostgreSqlServer.Settings),
            TotalSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds,
            Entries = [],
            Bounds = Judge(),
            Differences = [.. _phases.Where(phase => phase.FirstFailure is not null).Select(phase => $"{phase.Name}: {phase.FirstFailure}")],
            Sync = _phases,
        };
        return await ReportWriter.WriteAsync(report, folder, cancellationToken);
    }

    private ServiceProvider Build(SimulatorAddress address, string connection)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ShiftedTime(address.Now - TimeProvider.System.GetUtcNow()));
        services.AddPpcAds(options =>
        {
            options.Client.Endpoints = new AmazonAdsEndpoints
            {
                NorthAmerica = address.NorthAmerica,
                Europe = address.Europe,
                FarEast = address.FarEast,
                Token = address.Token,
            };
            options.Client.ReportPollMinDelay = TimeSpan.FromSeconds(1);
            options.Ingestion.Datasets = [.. datasets];
            options.Ingestion.BackfillDays = days;
        }).UsePostgreSql(connection);
        return services.BuildServiceProvider();
    }

    private IReadOnlyList<Bound> Judge()
    {
        SyncPhase first = _phases[0];
        SyncPhase second = _phases[^1];
        return
        [
            Count("first sync, entity rows written", first.EntitiesWritten, "> 0", first.EntitiesWritten > 0),
            Count("second sync, entity rows looked at", second.EntitiesUnchanged, $"= {first.EntitiesWritten:N0}", second.EntitiesUnchanged == first.EntitiesWritten),
            Count("second sync, entity rows written", second.EntitiesWritten, "0", second.EntitiesWritten == 0),
            Count("second sync, entity rows that the database wrote anew", second.EntityRowsTouched, "0", second.EntityRowsTouched == 0),
            Count("steps that failed", _phases.Sum(phase => phase.Failed), "0", _phases.All(phase => phase.Failed == 0)),
        ];
    }

    private static Bound Count(string name, long count, string wanted, bool holds) =>
        new(name, count.ToString("N0", CultureInfo.InvariantCulture), wanted, holds);

    private void WriteTable()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{settings.Profiles} profiles of {settings.Campaigns} campaigns; {string.Join(", ", datasets)} over {days} days"));
        Console.WriteLine();
        Console.WriteLine("| phase       | seconds |  calls | entities written | unchanged | rows touched | report rows | client CPU s | simulator CPU s | database CPU s |");
        Console.WriteLine("|-------------|--------:|-------:|-----------------:|----------:|-------------:|------------:|-------------:|----------------:|---------------:|");
        foreach (SyncPhase phase in _phases)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {phase.Name,-11} | {phase.Seconds,7:0.0} | {phase.Calls,6} | {phase.EntitiesWritten,16:N0} | {phase.EntitiesUnchanged,9:N0} | {phase.EntityRowsTouched,12:N0} | {phase.RowsWritten,11:N0} "
                + $"| {phase.ClientProcessor,12:0.0} | {phase.SimulatorProcessor,15:0.0} | {phase.DatabaseProcessor,14:0.0} |"));
        }
    }
}
