using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using QuickStart.Loaded;
using Spectre.Console;

namespace QuickStart;

/// <summary>What a run found on days that were loaded before and on new ones, compared to what the simulator changed.</summary>
internal sealed class Changes(AmazonAdsSimulator simulator, Ledger before, Ledger after, IReadOnlyList<StepResult> steps)
{
    /// <summary>Writes the table.</summary>
    /// <returns>Whether both sides are equal.</returns>
    public bool Write(IAnsiConsole console)
    {
        long rowsBefore = 0, added = 0, restated = 0, vanished = 0;
        foreach (LedgerDay day in after.Days)
        {
            Dataset dataset = Datasets.Get(day.Dataset);
            if (before.Find(day) is not { } earlier)
            {
                added += simulator.Truth.GetTotals(
                    day.ProfileId, dataset.ReportType.Id, dataset.GroupBy, day.Date, day.Date, day.GeneratedAt).Rows;
            }
            else if (earlier.GeneratedAt != day.GeneratedAt)
            {
                rowsBefore += earlier.Rows;
                SimulatorChanges changes = simulator.Truth.GetChanges(
                    day.ProfileId, dataset.ReportType.Id, dataset.GroupBy, day.Date, day.Date, earlier.GeneratedAt, day.GeneratedAt);
                added += changes.Added;
                restated += changes.Restated;
                vanished += changes.Vanished;
            }
        }

        List<StepResult> reports = [.. steps.Where(step => step.Job is not null && step.Load is not null)];
        LoadResult load = reports.Aggregate(new LoadResult(), (sum, step) => sum + step.Load!);
        long compared = load.Changed + load.Unchanged + load.Removed;
        Table table = new Table().Title("Changes since the last run").AddColumns("", "simulator", "loaded", "");
        bool equal = true;
        console.MarkupLineInterpolated($"{reports.Count} reports were requested.");
        Row("rows of these days before / compared", rowsBefore, compared);
        Row("restated / changed", restated, load.Changed);
        Row("vanished / removed", vanished, load.Removed);
        Row("new / inserted", added, load.Inserted);
        console.Write(table);
        return equal;

        void Row(string what, long expected, long found)
        {
            equal &= expected == found;
            table.AddRow(what, $"{expected:N0}", $"{found:N0}", Marks.Of(expected == found));
        }
    }
}
