using System.Diagnostics;
using Npgsql;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>Measures calls of the orchestrator.</summary>
internal sealed class SyncMeter(CallCounter calls, NpgsqlConnection observer, int simulatorProcess, int databaseProcess)
{
    public async Task<SyncPhase> MeasureAsync(string name, Func<Task<IngestionResult>> runAsync, CancellationToken cancellationToken)
    {
        WriteCounter writes = await WriteCounter.StartAsync(observer, cancellationToken);
        long callsBefore = calls.Count;
        double simulator = ProcessorTime.OfTree(simulatorProcess);
        double database = ProcessorTime.OfTree(databaseProcess);
        TimeSpan client = OwnProcessorTime();
        long began = Stopwatch.GetTimestamp();
        IngestionResult result = await runAsync();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double clientProcessor = (OwnProcessorTime() - client).TotalSeconds;
        double simulatorProcessor = ProcessorTime.OfTree(simulatorProcess) - simulator;
        double databaseProcessor = ProcessorTime.OfTree(databaseProcess) - database;
        long touched = 0;
        foreach (EntityTable table in EntityTables.All)
        {
            touched += await writes.CountRowsAsync(table.Name, cancellationToken);
        }

        // A report's load is reported with its job, entities' without.
        LoadResult entities = result.Steps.Where(step => step.Job is null && step.Load is not null)
            .Aggregate(new LoadResult(), (sum, step) => sum + step.Load!);
        LoadResult rows = result.Performance;
        StepResult[] failed = [.. result.Steps.Where(step => step.Outcome == StepOutcome.Failed)];
        return new SyncPhase
        {
            Name = name,
            Seconds = seconds,
            Calls = calls.Count - callsBefore,
            EntitiesWritten = entities.Inserted + entities.Changed,
            EntitiesUnchanged = entities.Unchanged,
            EntityRowsTouched = touched,
            RowsWritten = rows.Inserted + rows.Changed + rows.Removed,
            Failed = failed.Length,
            ClientProcessor = clientProcessor,
            SimulatorProcessor = simulatorProcessor,
            DatabaseProcessor = databaseProcessor,
            FirstFailure = failed.Length == 0 ? null : $"{failed[0].Step}: {failed[0].Reason}",
        };
    }

    private static TimeSpan OwnProcessorTime()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
