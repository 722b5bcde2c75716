namespace PpcAds.Sdk.Ingestion;

/// <summary>How far a run is: its steps, and the report jobs that it waits for or waited for.</summary>
/// <param name="Run">The run with its steps.</param>
/// <param name="Jobs">The jobs, in the order in which they were planned.</param>
public sealed record RunProgress(QueuedRun Run, IReadOnlyList<ReportJob> Jobs)
{
    /// <summary>How many steps and jobs are over.</summary>
    public int Done => Run.Steps.Count(step => step.Outcome is not null) + Jobs.Count(job => job.IsFinal);

    /// <summary>How many steps and jobs are known so far; grows while more become known.</summary>
    public int Total => Run.Steps.Count + Jobs.Count;
}
