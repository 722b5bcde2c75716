using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>
/// The job store for callers that cannot continue without an answer. Repeating a call does no harm: writes depend on the lease's
/// epoch, and a claim whose answer was lost expires. <see cref="RenewAsync"/> has its own interval, and adding jobs is a step
/// that is reported when it fails.
/// </summary>
internal sealed class RetryingReportJobStore(IReportJobStore inner, StorageRetry retry) : IReportJobStore
{
    public Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.AddAsync(reports, now, cancellationToken);

    public Task<ReportJob?> FindAsync(long jobId, CancellationToken cancellationToken = default) =>
        retry.RunAsync(() => inner.FindAsync(jobId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ReportJob>> ListOpenAsync(
        ReportJobFilter? filter = null, CancellationToken cancellationToken = default) =>
        retry.RunAsync(() => inner.ListOpenAsync(filter, cancellationToken), cancellationToken);

    public Task<ReadPage<ReportJob>> ListAsync(
        ReportJobFilter? filter = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        inner.ListAsync(filter, page, cancellationToken);

    public Task<ReportJob?> ClaimAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter = null,
        CancellationToken cancellationToken = default) =>
        retry.RunAsync(() => inner.ClaimAsync(owner, lease, now, filter, cancellationToken), cancellationToken);

    public Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default) =>
        inner.RenewAsync(job, lease, cancellationToken);

    public Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default) =>
        retry.RunAsync(() => inner.SaveAsync(job, release, cancellationToken), cancellationToken);

    public Task RefuseAsync(ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.RefuseAsync(job, reason, now, cancellationToken);

    public Task<IReadOnlyList<DatasetRefusal>> ListRefusalsAsync(
        AccountId accountId, ProfileId profileId, CancellationToken cancellationToken = default) =>
        inner.ListRefusalsAsync(accountId, profileId, cancellationToken);

    public Task ForgetRefusalAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default) =>
        inner.ForgetRefusalAsync(accountId, profileId, dataset, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        inner.PruneAsync(before, cancellationToken);
}
