using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>Requests the reports of jobs and polls them.</summary>
internal sealed class ReportRequests(
    ClaimedJobs states,
    ReportLoader loader,
    JobDelays delays,
    AmazonAdsClientOptions clientOptions,
    TimeProvider timeProvider,
    IngestionMetrics metrics)
{
    /// <summary>
    /// How long a stop waits for a report to be requested; well below the 30 seconds that a host gives its services.
    /// </summary>
    private static readonly TimeSpan LongestCreation = TimeSpan.FromSeconds(10);

    public async Task<ReportJob> RequestAsync(
        ReportJob job, ReportsClient reports, SyncContext run, CancellationToken cancellationToken)
    {
        if (job.State is ReportJobState.Failed or ReportJobState.Suspect)
        {
            job = job with { Attempts = job.Attempts + 1 };
        }

        // Stored before the call: whoever finds it after a crash sends the same again, and a report that is under way is taken
        // over.
        job = job with { State = ReportJobState.Requesting, ReportId = null, GeneratedAt = null };
        await states.SaveAsync(job, release: false, cancellationToken).ConfigureAwait(false);
        run.Begin(job.AccountId, job.ProfileId, "request", job);
        Report report = await CreateAsync(job, reports, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = timeProvider.GetUtcNow();
        return job with
        {
            State = ReportJobState.Requested,
            ReportId = report.ReportId,
            RequestedAt = now,
            DueAt = delays.DueIn(clientOptions.ReportPollMinDelay),
            Failures = 0,
            Error = null,
        };
    }

    /// <summary>
    /// Requests the report. A host that stops lets the call end, for a while: interrupted after Amazon accepted it, it would be
    /// made again after the restart, since a report that is finished by then is not reported as a duplicate.
    /// </summary>
    private async Task<Report> CreateAsync(ReportJob job, ReportsClient reports, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        using CancellationTokenRegistration stop = cancellationToken.Register(() => late.CancelAfter(LongestCreation));
        return await reports.CreateReportAsync(loader.RequestOf(job), late.Token).ConfigureAwait(false);
    }

    public async Task<ReportJob> PollAsync(ReportJob job, ReportsClient reports, CancellationToken cancellationToken)
    {
        Report report = await reports.GetReportAsync(job.ReportId!, cancellationToken).ConfigureAwait(false);
        if (!report.IsOf(loader.RequestOf(job)))
        {
            return delays.RequestAgain(job, $"Report {job.ReportId} is not the one that was requested.");
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        if (report.Status == ReportStatus.Completed)
        {
            metrics.RecordReady(job, now);
            return job with
            {
                State = ReportJobState.Ready,
                GeneratedAt = loader.GeneratedAtOf(report, job),
                Failures = 0,
                Error = null,
            };
        }

        if (!report.Status.IsKnown)
        {
            throw new AmazonAdsUnexpectedResponseException(
                $"Report {job.ReportId} is '{report.Status}', which is no status that this release knows (PENDING, "
                + "PROCESSING, COMPLETED, FAILED).");
        }

        if (report.Status == ReportStatus.Failed)
        {
            return delays.RequestAgain(job, $"Amazon gave up on the report: {report.FailureReason ?? "no reason given"}.");
        }

        // A clock that was set back: the age counts from now.
        DateTimeOffset requestedAt = job.RequestedAt is { } at && at <= now ? at : now;
        TimeSpan age = now - requestedAt;
        return age >= clientOptions.ReportTimeout
            ? delays.RequestAgain(job, $"The report is still {report.Status} after {age}.")
            : job with
            {
                State = ReportJobState.Generating,
                RequestedAt = requestedAt,
                DueAt = delays.DueIn(clientOptions.GetReportPollDelay(age)),
                Failures = 0,
                Error = null,
            };
    }
}
