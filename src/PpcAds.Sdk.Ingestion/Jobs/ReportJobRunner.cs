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
internal sealed class ReportJobRunner
{
    /// <summary>How long a job waits whose load could not have its lock.</summary>
    private static readonly TimeSpan LockedDelay = TimeSpan.FromSeconds(15);

    /// <summary>How long a call for a job may wait: the job comes back by itself, and others stand behind it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly IReportJobStore _jobs;
    private readonly IngestionOptions _options;
    private readonly StorageErrors _errors;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly JobDelays _delays;
    private readonly ReportLoader _loader;
    private readonly ReportRequests _requests;
    private readonly ClaimedJobs _states;

    public ReportJobRunner(
        IReportJobStore jobs,
        IEtlSink sink,
        IngestionOptions options,
        AmazonAdsClientOptions clientOptions,
        StorageErrors errors,
        TimeProvider timeProvider,
        IngestionMetrics metrics,
        ILogger logger)
    {
        _jobs = jobs;
        _options = options;
        _errors = errors;
        _timeProvider = timeProvider;
        _logger = logger;
        _delays = new JobDelays(options, errors, timeProvider);
        _loader = new ReportLoader(sink, options, new StorageRetry(errors, timeProvider), timeProvider, metrics);
        _states = new ClaimedJobs(jobs, logger);
        _requests = new ReportRequests(_states, _loader, _delays, clientOptions, timeProvider, metrics);
    }

    /// <summary>How many steps of a job may fail in a row.</summary>
    private int MaxFailures => _options.MaxReportAttempts * 2;

    /// <summary>What became of the job, or <see langword="null"/> when it waits.</summary>
    public async Task<StepResult?> RunAsync(
        ReportJob job, AmazonAdsClient client, ProfileRecord profile, SyncContext run, CancellationToken cancellationToken)
    {
        var renewer = new LeaseRenewer(
            $"job/{job.JobId}",
            token => _jobs.RenewAsync(job, _options.LeaseDuration, token),
            _options.LeaseDuration,
            _timeProvider,
            _logger,
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
                IngestionLog.LeaseLost(_logger, job.JobId);
                return null;
            }
            catch (LeaseLostException)
            {
                IngestionLog.LeaseLost(_logger, job.JobId);
                return null;
            }
        }
    }

    /// <summary>Gives a job up that no profile or account can be found for.</summary>
    public Task<StepResult?> AbandonAsync(ReportJob job, string reason, CancellationToken cancellationToken) =>
        _states.EndAsync(job with { State = ReportJobState.Abandoned, Error = reason }, null, null, cancellationToken);

    /// <summary>Puts a job off, since its account cannot be used now.</summary>
    public async Task<StepResult?> RetryLaterAsync(ReportJob job, Exception exception, CancellationToken cancellationToken)
    {
        await _states.WaitAsync(_delays.WithBackoff(job, exception), cancellationToken).ConfigureAwait(false);
        return ClaimedJobs.Result(job, StepOutcome.Failed, _errors.Describe(exception), exception, null);
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
        return await _states.WaitAsync(
            job with { Failures = job.Failures + 1, Error = stop.Reason, DueAt = _delays.DueIn(_delays.Backoff(job.Failures)) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a job off without a failure, since its account is left alone until then.</summary>
    public Task<StepResult?> DeferAsync(ReportJob job, DateTimeOffset until, CancellationToken cancellationToken) =>
        _states.WaitAsync(job with { DueAt = until }, cancellationToken);

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
                    () => _requests.RequestAsync(current, reports, run, cancellationToken)).ConfigureAwait(false);
                run.Failures.Answered(job.AccountId, job.ProfileId);

                // Also when the host stops: what Amazon has begun must not be requested again.
                return await _states.WaitAsync(current, CancellationToken.None).ConfigureAwait(false);
            }

            if (current.State is ReportJobState.Requested or ReportJobState.Generating)
            {
                current = await IngestionSpans.RunAsync(
                    PpcAdsTelemetry.ReportPollSpan,
                    current,
                    () => _requests.PollAsync(current, reports, cancellationToken)).ConfigureAwait(false);
                run.Failures.Answered(job.AccountId, job.ProfileId);
                if (current.State != ReportJobState.Ready)
                {
                    return current.State == ReportJobState.Abandoned
                        ? await _states.EndAsync(current, null, null, cancellationToken).ConfigureAwait(false)
                        : await _states.WaitAsync(current, cancellationToken).ConfigureAwait(false);
                }
            }

            if (current.State == ReportJobState.Ready)
            {
                await _states.SaveAsync(current, release: false, cancellationToken).ConfigureAwait(false);
            }

            current = current with { State = ReportJobState.Loading };
            await _states.SaveAsync(current, release: false, cancellationToken).ConfigureAwait(false);
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
        DateTimeOffset now = _timeProvider.GetUtcNow();
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
            await _jobs.AddAsync([rest], now, cancellationToken).ConfigureAwait(false);
        }

        string reason = $"Amazon no longer has the days before {edge:O}; the others are requested by themselves.";
        StepResult? ended = await AbandonAsync(job, reason, cancellationToken).ConfigureAwait(false);
        return ended! with { Outcome = StepOutcome.Skipped };
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
            : await _states.EndAsync(
                loaded with { State = ReportJobState.Loaded, Error = null, RemovalDigest = null }, load, null, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<StepResult?> SuspectAsync(ReportJob job, LoadResult load, CancellationToken cancellationToken)
    {
        if (job.Attempts + 1 >= _options.MaxReportAttempts)
        {
            const string Reason = "Report after report lacked over half of what is stored, each another part; the old rows stay.";
            return await _states.EndAsync(
                job with { State = ReportJobState.Abandoned, Error = Reason },
                load,
                null,
                cancellationToken).ConfigureAwait(false);
        }

        ReportJob suspect = job.AfterLoad(load, _timeProvider.GetUtcNow());
        await _states.WaitAsync(suspect, cancellationToken).ConfigureAwait(false);
        return ClaimedJobs.Result(
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
            IngestionLog.JobStepFailed(_logger, job.JobId, backed.Failures, backed.DueAt, backed.Error ?? exception.Message,
                exception);
            return await _states.WaitAsync(backed, cancellationToken).ConfigureAwait(false);
        }

        // The state of before the step: a report that could not be requested leaves the job as it was.
        if (IsToBeRequested(job) && exception is AmazonAdsValidationException or AmazonAdsAccessDeniedException)
        {
            await _jobs.RefuseAsync(job, decision.Reason, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }

        StepResult? ended = await _states.EndAsync(
            job with { State = ReportJobState.Abandoned, Error = decision.Reason }, null, exception, cancellationToken)
            .ConfigureAwait(false);
        return ended! with { Outcome = decision.Outcome };
    }

    private async Task<StepResult?> FailReportAsync(
        ReportJob job, string reason, Exception? exception, CancellationToken cancellationToken)
    {
        ReportJob again = _delays.RequestAgain(job, reason);
        return again.State == ReportJobState.Abandoned
            ? await _states.EndAsync(again, null, exception, cancellationToken).ConfigureAwait(false)
            : await _states.WaitAsync(again, cancellationToken).ConfigureAwait(false);
    }
}
