using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Stores the report jobs, and which datasets Amazon refuses. Safe for several processes on one store: only the holder of a job's
/// lease processes it.
/// </summary>
public interface IReportJobStore
{
    /// <summary>Adds jobs, except those for the same days of the same dataset as an open job.</summary>
    /// <param name="reports">What is planned.</param>
    /// <param name="now">The time of planning; the jobs are due immediately.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The jobs that were added.</returns>
    Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Finds a job.</summary>
    Task<ReportJob?> FindAsync(long jobId, CancellationToken cancellationToken = default);

    /// <summary>The jobs that are not final, by due time.</summary>
    Task<IReadOnlyList<ReportJob>> ListOpenAsync(ReportJobFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Lists jobs, final ones too, newest first.</summary>
    /// <param name="filter">Which jobs; <see langword="null"/> for all.</param>
    /// <param name="page">Which page; <see langword="null"/> for the first 100.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<ReadPage<ReportJob>> ListAsync(
        ReportJobFilter? filter = null, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes the lease of the open job that has been due longest and that is not held, or whose lease has expired. The lease's
    /// time is the store's own clock; <see cref="ReportJob.IsDueAt"/> of <paramref name="now"/> decides whether a job is due.
    /// </summary>
    /// <param name="owner">The name of the holder, for diagnostics.</param>
    /// <param name="lease">How long others keep off.</param>
    /// <param name="now">The time.</param>
    /// <param name="filter">Which jobs; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The job with its new <see cref="ReportJob.LeaseEpoch"/>, or <see langword="null"/> when none is due.</returns>
    Task<ReportJob?> ClaimAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter = null,
        CancellationToken cancellationToken = default);

    /// <summary>Prolongs a lease.</summary>
    /// <returns>Whether it is still held; if not, the work must stop.</returns>
    Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Stores a job's new state, if its lease is still held.</summary>
    /// <param name="job">The job as it is to be.</param>
    /// <param name="release">Whether to give the lease back.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was stored.</returns>
    Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default);

    /// <summary>
    /// Counts that Amazon refused to make a job's report: several jobs of a dataset that were planned before the last refusal
    /// count once.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="reason">What Amazon said.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task RefuseAsync(ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>The datasets that Amazon refuses to report about a profile, by name.</summary>
    Task<IReadOnlyList<DatasetRefusal>> ListRefusalsAsync(
        AccountId accountId, ProfileId profileId, CancellationToken cancellationToken = default);

    /// <summary>Forgets that Amazon refused a dataset, since it has made a report since.</summary>
    Task ForgetRefusalAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default);

    /// <summary>Forgets final jobs that were planned before an instant.</summary>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
