using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Benchmarks.Techniques;

/// <summary>A way to do the work.</summary>
internal abstract class Technique(RunRequest request) : IAsyncDisposable
{
    /// <summary>The rows of the file that warms up.</summary>
    public const long WarmRows = 20_000;

    protected RunRequest Request { get; } = request;

    protected InputFiles Files { get; } = new(request.Rows, request.Seed, request.IsSparse);

    protected InputFiles WarmFiles { get; } = new(WarmRows, request.Seed, request.IsSparse);

    /// <summary>The dataset of the report.</summary>
    protected Dataset Dataset { get; } = request.IsSparse ? Datasets.SpSearchTerm : Datasets.SpTarget;

    /// <summary>The report to be read.</summary>
    protected string ReportPath => Request.Restated > 0 ? Files.Restated : Files.Report;

    /// <summary>How many rows are worked on.</summary>
    public virtual long Rows => Request.Rows;

    /// <summary>A little of the same work, in separate places.</summary>
    /// <param name="pass">The how-manieth time, from 0.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task WarmUpAsync(int pass, CancellationToken cancellationToken);

    /// <summary>Everything else that is not measured: connections, jobs.</summary>
    public virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is measured.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Adds to an outcome what was written, and what is not as it must be.</summary>
    public abstract Task<RunOutcome> CheckAsync(RunOutcome outcome, CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A profile that no other run and no other pass warms up with.</summary>
    protected static long WarmProfileId(int pass) => ReportSource.ProfileId + Environment.ProcessId + (pass * 10_000_000L);

    /// <summary>What the report was made of.</summary>
    protected ReportTotals ComputeTotals() => ReportTotals.Of(Files.OpenSource(), Request.Restated);
}
