using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>When a job that did not get on is due again, and whether it is given up.</summary>
internal sealed class JobDelays(IngestionOptions options, StorageErrors errors, TimeProvider timeProvider)
{
    /// <summary>The report failed: another is requested, a bounded number of times.</summary>
    public ReportJob RequestAgain(ReportJob job, string reason) => job.Attempts + 1 >= options.MaxReportAttempts
        ? job with { State = ReportJobState.Abandoned, Error = $"{job.Attempts + 1} reports failed; the last: {reason}" }
        : job with { State = ReportJobState.Failed, Error = reason, DueAt = DueIn(Backoff(job.Attempts)) };

    /// <summary>A step failed: it is tried again later, each time later still.</summary>
    public ReportJob WithBackoff(ReportJob job, Exception exception)
    {
        TimeSpan delay = Backoff(job.Failures);
        if (exception is AmazonAdsThrottledException { RetryAfter: { } asked } && asked > delay)
        {
            delay = asked;
        }

        return job with { Failures = job.Failures + 1, Error = errors.Describe(exception), DueAt = DueIn(delay) };
    }

    /// <summary>When a delay from now has passed; no delay is longer than <see cref="ReportJob.LongestWait"/>.</summary>
    public DateTimeOffset DueIn(TimeSpan delay) =>
        timeProvider.GetUtcNow() + (delay < ReportJob.LongestWait ? delay : ReportJob.LongestWait);

    public TimeSpan Backoff(int failures)
    {
        TimeSpan delay = options.RetryBaseDelay * Math.Pow(2, Math.Min(failures, 20));
        return delay < options.RetryMaxDelay ? delay : options.RetryMaxDelay;
    }
}
