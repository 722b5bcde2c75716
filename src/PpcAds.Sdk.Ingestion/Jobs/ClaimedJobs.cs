using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>
/// Stores the states of claimed jobs. A job that another worker took over throws <see cref="LeaseLostException"/>.
/// </summary>
internal sealed class ClaimedJobs(IReportJobStore jobs, ILogger logger)
{
    public async Task<StepResult?> WaitAsync(ReportJob job, CancellationToken cancellationToken)
    {
        await SaveAsync(job, release: true, cancellationToken).ConfigureAwait(false);
        IngestionLog.JobWaits(logger, job.JobId, job.Dataset, job.StartDate, job.EndDate, job.State, job.DueAt);
        return null;
    }

    public async Task<StepResult?> EndAsync(
        ReportJob job, LoadResult? load, Exception? exception, CancellationToken cancellationToken)
    {
        await SaveAsync(job, release: true, cancellationToken).ConfigureAwait(false);
        return Result(
            job, job.State == ReportJobState.Loaded ? StepOutcome.Done : StepOutcome.Failed, job.Error, exception, load);
    }

    public async Task SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken)
    {
        if (!await jobs.SaveAsync(job, release, cancellationToken).ConfigureAwait(false))
        {
            throw new LeaseLostException($"Job {job.JobId} was taken over by another worker.");
        }
    }

    public static StepResult Result(
        ReportJob job, StepOutcome outcome, string? reason, Exception? exception, LoadResult? load) => new()
        {
            AccountId = job.AccountId,
            ProfileId = job.ProfileId,
            Step = $"report {job.Dataset}",
            Outcome = outcome,
            Reason = reason,
            Exception = exception,
            Load = load,
            Job = job,
        };
}
