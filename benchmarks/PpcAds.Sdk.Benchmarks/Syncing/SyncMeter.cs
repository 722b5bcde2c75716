using System.Diagnostics;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>Measures a call of the orchestrator.</summary>
internal static class SyncMeter
{
    public static async Task<SyncPhase> MeasureAsync(
        string name, Func<Task<IngestionResult>> runAsync, CallCounter calls, int simulatorProcess, int databaseProcess)
    {
        long callsBefore = calls.Count;
        double simulator = ProcessorTime.OfTree(simulatorProcess);
        double database = ProcessorTime.OfTree(databaseProcess);
        TimeSpan client = OwnProcessorTime();
        long began = Stopwatch.GetTimestamp();
        IngestionResult result = await runAsync();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

        // A report's load is told with its job, entities' without.
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
            RowsWritten = rows.Inserted + rows.Changed + rows.Removed,
            Failed = failed.Length,
            ClientProcessor = (OwnProcessorTime() - client).TotalSeconds,
            SimulatorProcessor = ProcessorTime.OfTree(simulatorProcess) - simulator,
            DatabaseProcessor = ProcessorTime.OfTree(databaseProcess) - database,
            FirstFailure = failed.Length == 0 ? null : $"{failed[0].Step}: {failed[0].Reason}",
        };
    }

    private static TimeSpan OwnProcessorTime()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
