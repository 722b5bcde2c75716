using PpcAds.Sdk.Ingestion;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>One line a step, for logs.</summary>
internal sealed class PlainDisplay(IAnsiConsole console) : IProgressDisplay, IProgress<IngestionProgress>
{
    private readonly Lock _gate = new();

    public Task RunAsync(Func<IProgress<IngestionProgress>, Task> work) => work(this);

    public void Report(IngestionProgress value)
    {
        if (value.Outcome is not { } outcome)
        {
            return;
        }

        string days = value.Job is { } job ? $" {job.StartDate:yyyy-MM-dd}..{job.EndDate:yyyy-MM-dd}" : "";
        string rows = value.Load is { } load ? $", {load.Loaded:N0} rows" : "";
        lock (_gate)
        {
            console.WriteLine($"  {value.ProfileId?.ToString() ?? "account",-17} {value.Step}{days}: {outcome.ToString().ToLowerInvariant()}{rows}");
        }
    }

    public void Dispose()
    {
    }
}
