using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques;

/// <summary>A way to do the work.</summary>
internal abstract class Technique(RunRequest request) : IAsyncDisposable
{
    /// <summary>The rows of the file that warms up.</summary>
    public const long WarmRows = 20_000;

    protected RunRequest Request { get; } = request;

    protected InputFiles Files { get; } = new(request.Rows, request.Seed);

    protected InputFiles WarmFiles { get; } = new(WarmRows, request.Seed);

    /// <summary>The report to be read.</summary>
    protected string ReportPath => Request.Restated > 0 ? Files.Restated : Files.Report;

    /// <summary>How many rows are worked on.</summary>
    public virtual long Rows => Request.Rows;

    /// <summary>Everything that is not measured: connections, and a little of the same work.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>What is measured.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Adds to an outcome what was written, and what is not as it must be.</summary>
    public abstract Task<RunOutcome> CheckAsync(RunOutcome outcome, CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>What the report was made of.</summary>
    protected ReportTotals ComputeTotals() => ReportTotals.Of(Files.OpenSource(), Request.Restated);
}
