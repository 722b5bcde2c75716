using PpcAds.Sdk.Ingestion.Queue;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Requests syncs that the worker executes in the background (<c>AddIngestionWorker</c>), in this process or another on the same
/// store. A run is over when its reports are loaded; that takes as long as Amazon takes to make them.
/// </summary>
public sealed class IngestionRuns
{
    /// <summary>More jobs than that are not looked through for one run.</summary>
    private const int MostJobs = 20_000;

    /// <summary>How many open runs an account may have, other than those of the schedule.</summary>
    private const int MostOpen = 50;

    private readonly IRunStore _queue;
    private readonly IReportJobStore _jobs;
    private readonly RunSignal _signal;
    private readonly TimeProvider _timeProvider;

    internal IngestionRuns(IRunStore queue, IReportJobStore jobs, RunSignal signal, TimeProvider timeProvider)
    {
        _queue = queue;
        _jobs = jobs;
        _signal = signal;
        _timeProvider = timeProvider;
    }

    /// <summary>Requests a run. While one of the same request is open, that one is returned.</summary>
    /// <returns>The run; <see langword="null"/> when the request's <see cref="RunRequest.Slot"/> was used before.</returns>
    /// <exception cref="PpcAdsValidationException">The request is not valid.</exception>
    /// <exception cref="TooManyRunsException">The account has 50 open runs already.</exception>
    public async Task<QueuedRun?> RequestAsync(RunRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        await CheckOpenAsync(request, cancellationToken).ConfigureAwait(false);
        QueuedRun? run = await _queue.EnqueueAsync(request, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        _signal.Wake();
        return run;
    }

    /// <summary>Runs without their steps, newest first.</summary>
    /// <inheritdoc cref="IRunStore.ListAsync"/>
    public Task<ReadPage<QueuedRun>> ListAsync(
        AccountId? accountId = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        _queue.ListAsync(accountId, page, cancellationToken);

    /// <summary>Finds a run.</summary>
    public Task<QueuedRun?> FindAsync(long runId, CancellationToken cancellationToken = default) =>
        _queue.FindAsync(runId, cancellationToken);

    /// <summary>Finds a run of certain accounts.</summary>
    /// <inheritdoc cref="IRunStore.FindAsync(long, IReadOnlyCollection{AccountId}, CancellationToken)"/>
    public Task<QueuedRun?> FindAsync(
        long runId, IReadOnlyCollection<AccountId>? only, CancellationToken cancellationToken = default) =>
        _queue.FindAsync(runId, only, cancellationToken);

    /// <summary>
    /// Finds a run, with the report jobs that were open when it began or were planned since, up to the end of its plans.
    /// </summary>
    public async Task<RunProgress?> FindProgressAsync(long runId, CancellationToken cancellationToken = default) =>
        await _queue.FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } run
            ? new RunProgress(run, await JobsOfAsync(run, cancellationToken).ConfigureAwait(false))
            : null;

    /// <summary>
    /// Cancels a run: immediately if no worker has started it, otherwise within seconds. What was done stays, and Amazon goes on
    /// with its reports.
    /// </summary>
    /// <returns>Whether it was open.</returns>
    public async Task<bool> CancelAsync(long runId, CancellationToken cancellationToken = default)
    {
        bool wasOpen = await _queue.CancelAsync(runId, _timeProvider.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        _signal.Wake();
        return wasOpen;
    }

    private async Task CheckOpenAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (request.AccountId is not { } account || request.Slot is not null)
        {
            return;
        }

        IReadOnlyList<QueuedRun> open = await _queue.ListOpenAsync(cancellationToken).ConfigureAwait(false);
        if (open.Count(run => run.Request.AccountId == account) >= MostOpen && !open.Any(run => run.Request.Key == request.Key))
        {
            throw new TooManyRunsException(
                $"Account {account} has {MostOpen} open runs; wait until one has ended, or cancel one.");
        }
    }

    internal async Task<IReadOnlyList<ReportJob>> JobsOfAsync(QueuedRun run, CancellationToken cancellationToken)
    {
        if (run.StartedAt is not { } startedAt)
        {
            return [];
        }

        DateTimeOffset last = run.SyncedAt ?? run.FinishedAt ?? DateTimeOffset.MaxValue;
        var filter = new ReportJobFilter { AccountId = run.Request.AccountId, ProfileId = run.Request.ProfileId };
        var found = new Dictionary<long, ReportJob>();
        if (!run.IsFinal)
        {
            Add(await _jobs.ListOpenAsync(filter, cancellationToken).ConfigureAwait(false));
        }

        // Those that were planned since may be many more.
        ReportJobFilter own = filter with { CreatedFrom = startedAt, CreatedUntil = run.SyncedAt ?? run.FinishedAt };
        string? after = null;
        do
        {
            ReadPage<ReportJob> page = await _jobs
                .ListAsync(own, new PageRequest(PageRequest.MaxSize, after), cancellationToken).ConfigureAwait(false);
            Add(page.Items);
            after = page.Next;
        }
        while (after is not null && found.Count < MostJobs);
        return [.. found.Values.OrderBy(job => job.JobId)];

        void Add(IEnumerable<ReportJob> jobs)
        {
            foreach (ReportJob job in jobs.Where(job => job.CreatedAt <= last && run.Request.Covers(job)))
            {
                found.TryAdd(job.JobId, job);
            }
        }
    }
}
