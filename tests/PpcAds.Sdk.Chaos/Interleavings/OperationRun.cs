using System.Data.Common;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>An operation in one schedule.</summary>
internal sealed class OperationRun
{
    private const int MostTries = 6;

    private readonly List<string> _statements = [];
    private int _committed;
    private Task? _task;

    public OperationRun(Operation operation, string label, Scene scene, IServiceProvider services)
    {
        Operation = operation;
        Label = label;
        Scene = scene;
        Services = services;
        Gate = new Gate(Passed);
    }

    public Operation Operation { get; }

    /// <summary>A, B or C: what it writes is told from what others write by it.</summary>
    public string Label { get; }

    public Scene Scene { get; }

    public IServiceProvider Services { get; }

    public Gate Gate { get; }

    /// <summary>The job of <see cref="Operation.File"/>.</summary>
    public ReportJob? Job { get; set; }

    /// <summary>How often it had to be done again, for a deadlock or a lock that was not free.</summary>
    public int Repeats { get; private set; }

    /// <summary>What it failed by.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Its statements so far.</summary>
    public IReadOnlyList<string> Statements => _statements;

    public IReadOnlyList<WrittenPage> Pages => [.. Operation.Pages.Select(page => new WrittenPage(page.Table, page.Ids, Label))];

    public void Start() => _task ??= Task.Run(ExecuteAsync);

    public Task EndedAsync() => _task ?? Task.CompletedTask;

    private async Task ExecuteAsync()
    {
        try
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    _committed = 0;
                    await Operation.Body(this);
                    return;
                }
                catch (Exception exception) when (attempt < MostTries && MayBeRepeated(exception))
                {
                    Repeats++;
                }
            }
        }
#pragma warning disable CA1031 // Whatever it is, it is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure = exception;
        }
        finally
        {
            Gate.End();
        }
    }

    /// <summary>What a worker puts off, and what callers are told to try again.</summary>
    private static bool MayBeRepeated(Exception? exception) => exception switch
    {
        null => false,
        LoadLockedException or PpcAdsStorageException { IsTransient: true } or DbException { IsTransient: true } => true,
        _ => MayBeRepeated(exception.InnerException),
    };

    private void Passed(string statement)
    {
        _statements.Add(statement);
        if (statement.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) && _committed < Operation.Pages.Count)
        {
            WrittenPage page = Pages[_committed++];
            Scene.Note(() => Scene.Pages.Add(page));
        }
    }
}
