using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Ingestion.Telemetry;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>Takes one claimed job as far as it goes now. Every change of state is stored before the next step begins.</summary>
internal sealed class ReportJobRunner(
    IReportJobStore jobs,
    IEtlSink sink,
    IngestionOptions options,
    AmazonAdsClientOptions clientOptions,
    StorageErrors errors,
    TimeProvider timeProvider,
    IngestionMetrics metrics,
    ILogger logger)
{
    private readonly JobDelays _delays = new(options, errors, timeProvider);
    private readonly ReportLoader _loader = new(sink, options, new StorageRetry(errors, timeProvider), timeProvider, metrics);

    /// <summary>
    /// How long a stop waits for a report to be requested; well below the 30 seconds that a host gives its services.
    /// </summary>
    private static readonly TimeSpan LongestCreation = TimeSpan.FromSeconds(10);

    /// <summary>How long a job waits whose load could not have its lock.</summary>
    private static readonly TimeSpan LockedDelay = TimeSpan.FromSeconds(15);

    /// <summary>How long a call for a job may wait: the job comes back by itself, and others stand behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How many steps of a job may fail in a row.</summary>
    private int MaxFailures => options.MaxReportAttempts * 2;

    /// <summary>What became of the job, or <see langword="null"/> when it waits.</summary>
    public async Task<StepResult?> RunAsync(
        ReportJob job, AmazonAdsClient client, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        var renewer = new LeaseRenewer(
            $"job/{job.JobId}",
            token => jobs.RenewAsync(job, options.LeaseDuration, token),
            options.LeaseDuration,
            timeProvider,
            logger,
            cancellationToken);
        await using (renewer.ConfigureAwait(false))
        {
            try
            {
                ProfileClient caller = client.ForProfile(profile.ProfileId, profile.Region, run.DriftOf(job.AccountId), Patience);
                return await AdvanceAsync(job, caller.Reports, profile, run, renewer.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (renewer.IsLost && !cancellationToken.IsCancellationRequested)
            {
                IngestionLog.LeaseLost(logger, job.JobId);
                return null;
            }
            catch (LeaseLostException)
            {
                IngestionLog.LeaseLost(logger, job.JobId);
                return null;
            }
        }
    }

    /// <summary>Gives a job up that no profile or account can be found for.</summary>
    public Task<StepResult?> AbandonAsync(ReportJob job, string reason, CancellationToken cancellationToken) =>
        EndAsync(job with { State = ReportJobState.Abandoned, Error = reason }, null, null, cancellationToken);

    /// <summary>Puts a job off, since its account cannot be used now.</summary>
    public async Task<StepResult?> RetryLaterAsync(ReportJob job, Exception exception, CancellationToken cancellationToken)
    {
        await WaitAsync(_delays.WithBackoff(job, exception), cancellationToken).ConfigureAwait(false);
        return Result(job, StepOutcome.Failed, errors.Describe(exception), exception, null);
    }

    /// <summary>Puts a job off, since Amazon refuses its profile; given up when that goes on.</summary>
    public async Task<StepResult?> DeferAsync(
        ReportJob job, FailureDecision stop, SyncContext run, CancellationToken cancellationToken)
    {
        if (job.Failures + 1 >= MaxFailures)
        {
            StepResult? ended = await AbandonAsync(job, stop.Reason, cancellationToken).ConfigureAwait(false);
            return ended! with { Outcome = stop.Outcome };
        }

        run.AddDelay(job, stop.Rule.Name);
        return await WaitAsync(
            job with { Failures = job.Failures + 1, Error = stop.Reason, DueAt = _delays.DueIn(_delays.Backoff(job.Failures)) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a job off without a failure, since its account is left alone until then.</summary>
    public Task<StepResult?> DeferAsync(ReportJob job, DateTimeOffset until, CancellationToken cancellationToken) =>
        WaitAsync(job with { DueAt = until }, cancellationToken);

    private async Task<StepResult?> AdvanceAsync(
        ReportJob job, ReportsClient reports, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        ReportJob current = job;
        try
        {
            if (IsToBeRequested(current))
            {
                if (await GiveUpDaysAsync(current, profile, cancellationToken).ConfigureAwait(false) is { } ended)
                {
                    return ended;
                }

                current = await IngestionSpans.RunAsync(
                    PpcAdsTelemetry.ReportRequestSpan,
                    current,
                    () => RequestAsync(current, reports, run, cancellationToken)).ConfigureAwait(false);
                run.Failures.Answered(job.AccountId, job.ProfileId);

                // Also when the host stops: what Amazon has begun must not be requested again.
                return await WaitAsync(current, CancellationToken.None).ConfigureAwait(false);
            }

            if (current.State is ReportJobState.Requested or ReportJobState.Generating)
            {
                current = await IngestionSpans.RunAsync(
                    PpcAdsTelemetry.ReportPollSpan,
                    current,
                    () => PollAsync(current, reports, cancellationToken)).ConfigureAwait(false);
                run.Failures.Answered(job.AccountId, job.ProfileId);
                if (current.State != ReportJobState.Ready)
                {
                    return current.State == ReportJobState.Abandoned
                        ? await EndAsync(current, null, null, cancellationToken).ConfigureAwait(false)
                        : await WaitAsync(current, cancellationToken).ConfigureAwait(false);
                }
            }

            if (current.State == ReportJobState.Ready)
            {
                await SaveAsync(current, release: false, cancellationToken).ConfigureAwait(false);
            }

            current = current with { State = ReportJobState.Loading };
            await SaveAsync(current, release: false, cancellationToken).ConfigureAwait(false);
            run.Begin(current.AccountId, current.ProfileId, "load", current);
            return await IngestionSpans.RunAsync(
                PpcAdsTelemetry.ReportLoadSpan,
                current,
                () => LoadAsync(current, reports, profile, run, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            return await FailAsync(current, exception, run, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gives up a job that was planned before midnight and has its turn after it, if Amazon no longer has its first day; what is
    /// left of its days is another job. One that may have been requested keeps its days: only the same request finds a report
    /// that is under way.
    /// </summary>
    private async Task<StepResult?> GiveUpDaysAsync(ReportJob job, ProfileRecord profile, CancellationToken cancellationToken)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        DateOnly edge = _loader.RetentionStart(Datasets.Get(job.Dataset), profile, now);
        if (job.State == ReportJobState.Requesting || job.StartDate >= edge)
        {
            return null;
        }

        if (job.EndDate >= edge)
        {
            var rest = new PlannedReport
            {
                AccountId = job.AccountId,
                ProfileId = job.ProfileId,
                Dataset = job.Dataset,
                StartDate = edge,
                EndDate = job.EndDate,
                Reason = job.Reason,
            };
            await jobs.AddAsync([rest], now, cancellationToken).ConfigureAwait(false);
        }

        string reason = $"Amazon no longer has the days before {edge:O}; the others are requested by themselves.";
        StepResult? ended = await AbandonAsync(job, reason, cancellationToken).ConfigureAwait(false);
        return ended! with { Outcome = StepOutcome.Skipped };
    }

    private async Task<ReportJob> RequestAsync(
        ReportJob job, ReportsClient reports, SyncContext run, CancellationToken cancellationToken)
    {
        if (job.State is ReportJobState.Failed or ReportJobState.Suspect)
        {
            job = job with { Attempts = job.Attempts + 1 };
        }

        // Stored before the call: whoever finds it after a crash sends the same again, and a report that is under way is taken
        // over.
        job = job with { State = ReportJobState.Requesting, ReportId = null, GeneratedAt = null };
        await SaveAsync(job, release: false, cancellationToken).ConfigureAwait(false);
        run.Begin(job.AccountId, job.ProfileId, "request", job);
        Report report = await CreateAsync(job, reports, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = timeProvider.GetUtcNow();
        return job with
        {
            State = ReportJobState.Requested,
            ReportId = report.ReportId,
            RequestedAt = now,
            DueAt = _delays.DueIn(clientOptions.ReportPollMinDelay),
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
        return await reports.CreateReportAsync(ReportLoader.RequestOf(job), late.Token).ConfigureAwait(false);
    }

    private async Task<ReportJob> PollAsync(ReportJob job, ReportsClient reports, CancellationToken cancellationToken)
    {
        Report report = await reports.GetReportAsync(job.ReportId!, cancellationToken).ConfigureAwait(false);
        if (!report.IsOf(ReportLoader.RequestOf(job)))
        {
            return _delays.RequestAgain(job, $"Report {job.ReportId} is not the one that was requested.");
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        if (report.Status == ReportStatus.Completed)
        {
            metrics.RecordReady(job, now);
            return job with
            {
                State = ReportJobState.Ready,
                GeneratedAt = _loader.GeneratedAtOf(report, job),
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
            return _delays.RequestAgain(job, $"Amazon gave up on the report: {report.FailureReason ?? "no reason given"}.");
        }

        // A clock that was set back: the age counts from now.
        DateTimeOffset requestedAt = job.RequestedAt is { } at && at <= now ? at : now;
        TimeSpan age = now - requestedAt;
        return age >= clientOptions.ReportTimeout
            ? _delays.RequestAgain(job, $"The report is still {report.Status} after {age}.")
            : job with
            {
                State = ReportJobState.Generating,
                RequestedAt = requestedAt,
                DueAt = _delays.DueIn(clientOptions.GetReportPollDelay(age)),
                Failures = 0,
                Error = null,
            };
    }

    private async Task<StepResult?> LoadAsync(
        ReportJob job, ReportsClient reports, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        (ReportJob loaded, LoadResult? load) = await _loader.LoadAsync(
            job, reports, profile, run, cancellationToken).ConfigureAwait(false);
        if (load is null)
        {
            return await FailReportAsync(job, "The report is not the one that was requested.", null, cancellationToken)
                .ConfigureAwait(false);
        }

        return load.IsSuspect
            ? await SuspectAsync(loaded, load, cancellationToken).ConfigureAwait(false)
            : await EndAsync(
                loaded with { State = ReportJobState.Loaded, Error = null, RemovalDigest = null }, load, null, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<StepResult?> SuspectAsync(ReportJob job, LoadResult load, CancellationToken cancellationToken)
    {
        if (job.Attempts + 1 >= options.MaxReportAttempts)
        {
            const string Reason = "Report after report lacked over half of what is stored, each another part; the old rows stay.";
            return await EndAsync(
                job with { State = ReportJobState.Abandoned, Error = Reason },
                load,
                null,
                cancellationToken).ConfigureAwait(false);
        }

        ReportJob suspect = job.AfterLoad(load, timeProvider.GetUtcNow());
        await WaitAsync(suspect, cancellationToken).ConfigureAwait(false);
        return Result(
            suspect,
            StepOutcome.Done,
            "Over half of the stored data would be removed; the report is requested once more in an hour.",
            null,
            load);
    }

    private static bool IsToBeRequested(ReportJob job) =>
        job.State is ReportJobState.Planned or ReportJobState.Requesting or ReportJobState.Failed or ReportJobState.Suspect;

    /// <summary>A failed step: tried again later if that can help, else given up.</summary>
    private async Task<StepResult?> FailAsync(
        ReportJob job, Exception exception, SyncContext run, CancellationToken cancellationToken)
    {
        if (exception is LoadLockedException)
        {
            // No failure of the job: its place is free for others meanwhile.
            return await DeferAsync(job, _delays.DueIn(LockedDelay), cancellationToken).ConfigureAwait(false);
        }

        FailureDecision decision = run.Failures.Judge(
            exception, job.AccountId, job.ProfileId, new FailureContext { IsReport = true, EarlierFailures = job.Failures });
        if (decision.Action == FailureAction.AskAnew)
        {
            run.AddDelay(job, decision.Rule.Name);
            return await FailReportAsync(job, decision.Reason, exception, cancellationToken).ConfigureAwait(false);
        }

        if (decision.Action is FailureAction.RetryLater or FailureAction.StopAccount or FailureAction.StopProfile
            && job.Failures + 1 < MaxFailures)
        {
            ReportJob backed = _delays.WithBackoff(job, exception);
            run.AddDelay(job, decision.Rule.Name);
            IngestionLog.JobStepFailed(logger, job.JobId, backed.Failures, backed.DueAt, backed.Error, exception);
            return await WaitAsync(backed, cancellationToken).ConfigureAwait(false);
        }

        // The state of before the step: a report that could not be requested leaves the job as it was.
        if (IsToBeRequested(job) && exception is AmazonAdsValidationException or AmazonAdsAccessDeniedException)
        {
            await jobs.RefuseAsync(job, decision.Reason, timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        StepResult? ended = await EndAsync(
            job with { State = ReportJobState.Abandoned, Error = decision.Reason }, null, exception, cancellationToken)
            .ConfigureAwait(false);
        return ended! with { Outcome = decision.Outcome };
    }

    private async Task<StepResult?> FailReportAsync(
        ReportJob job, string reason, Exception? exception, CancellationToken cancellationToken)
    {
        ReportJob again = _delays.RequestAgain(job, reason);
        return again.State == ReportJobState.Abandoned
            ? await EndAsync(again, null, exception, cancellationToken).ConfigureAwait(false)
            : await WaitAsync(again, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepResult?> WaitAsync(ReportJob job, CancellationToken cancellationToken)
    {
        await SaveAsync(job, release: true, cancellationToken).ConfigureAwait(false);
        IngestionLog.JobWaits(logger, job.JobId, job.Dataset, job.StartDate, job.EndDate, job.State, job.DueAt);
        return null;
    }

    private async Task<StepResult?> EndAsync(
        ReportJob job, LoadResult? load, Exception? exception, CancellationToken cancellationToken)
    {
        await SaveAsync(job, release: true, cancellationToken).ConfigureAwait(false);
        return Result(
            job, job.State == ReportJobState.Loaded ? StepOutcome.Done : StepOutcome.Failed, job.Error, exception, load);
    }

    private async Task SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken)
    {
        if (!await jobs.SaveAsync(job, release, cancellationToken).ConfigureAwait(false))
        {
            throw new LeaseLostException($"Job {job.JobId} was taken over by another worker.");
        }
    }

    private static StepResult Result(
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
