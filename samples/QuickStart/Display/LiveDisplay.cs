using PpcAds.Sdk.Ingestion;
using Spectre.Console;

namespace QuickStart.Display;

/// <summary>Bars that fill while entities are listed and reports are requested, generated and loaded.</summary>
internal sealed class LiveDisplay(IAnsiConsole console) : IProgressDisplay, IProgress<IngestionProgress>
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _asked = [];
    private readonly HashSet<long> _ended = [];
    private ProgressTask? _entities;
    private ProgressTask? _requests;
    private ProgressTask? _loads;
    private long _rows;

    public Task RunAsync(Func<IProgress<IngestionProgress>, Task> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                _entities = context.AddTask("profiles and entities", maxValue: 1);
                _requests = context.AddTask("reports requested", maxValue: 1);
                _loads = context.AddTask("reports loaded", maxValue: 1);
                await work(this);
                foreach (ProgressTask task in new[] { _entities, _requests, _loads })
                {
                    task.Value = task.MaxValue;
                    task.StopTask();
                }
            });

    public void Report(IngestionProgress value)
    {
        lock (_gate)
        {
            if (value.Job is { } job)
            {
                _asked.Add(job.JobId);
                if (value.Outcome is not null)
                {
                    _ended.Add(job.JobId);
                    _rows += value.Load?.Loaded ?? 0;
                }

                _requests!.MaxValue = _asked.Count;
                _requests.Value = _asked.Count;
                _requests.Description = $"reports requested: {_asked.Count}";
                _loads!.MaxValue = _asked.Count;
                _loads.Value = _ended.Count;
                _loads.Description = $"reports loaded: {_ended.Count}, {_rows:N0} rows";
            }
            else if (value.Outcome is null)
            {
                _entities!.MaxValue++;
            }
            else
            {
                _entities!.Increment(1);
                _entities.Description = $"profiles and entities: {value.Step}";
            }
        }
    }

    public void Dispose()
    {
    }
}
