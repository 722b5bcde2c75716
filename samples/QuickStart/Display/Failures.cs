using PpcAds.Sdk.Ingestion;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>What failed, a line each.</summary>
internal static class Failures
{
    public static void Write(IAnsiConsole console, IReadOnlyList<StepResult> steps)
    {
        foreach (StepResult step in steps.Where(step => step.Outcome == StepOutcome.Failed))
        {
            string days = step.Job is { } job ? $" {job.StartDate:yyyy-MM-dd}..{job.EndDate:yyyy-MM-dd}" : "";
            console.MarkupLineInterpolated($"[red]failed[/] {step.ProfileId?.ToString() ?? "account"} {step.Step}{days}: {step.Reason}");
        }
    }
}
