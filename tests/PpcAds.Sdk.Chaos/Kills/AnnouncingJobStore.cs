using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>
/// Announces each write of a job, and from when to when this process is at it. A point after each write is one between it and the next;
/// only where Amazon answers in between there are two.
/// </summary>
internal sealed class AnnouncingJobStore(IReportJobStore inner, KillPoints points) : IReportJobStore
{
    public async Task<IReadOnlyList<ReportJob>> AddAsync(IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ReportJob> added = await inner.AddAsync(reports, now, cancellationToken);
        points.Pass("after jobs are planned");
        return added;
    }

    public Task<ReportJob?> FindAsync(long jobId, CancellationToken cancellationToken = default) => inner.FindAsync(jobId, cancellationToken);

    public Task<IReadOnlyList<ReportJob>> ListOpenAsync(ReportJobFilter? filter = null, CancellationToken cancellationToken = default) =>
        inner.ListOpenAsync(filter, cancellationToken);

    public Task<ReadPage<ReportJob>> ListAsync(ReportJobFilter? filter = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        inner.ListAsync(filter, page, cancellationToken);

    public async Task<ReportJob?> ClaimAsync(
        string owner, TimeSpan lease, DateTimeOffset now, ReportJobFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ReportJob? job = await inner.ClaimAsync(owner, lease, now, filter, cancellationToken);
        if (job is not null)
        {
            points.Begin($"job {job.JobId}");
            points.Pass($"claimed as {job.State}");
        }

        return job;
    }

    public Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default) => inner.RenewAsync(job, lease, cancellationToken);

    public async Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default)
    {
        if (job.State == ReportJobState.Requested)
        {
            points.Pass("after Amazon's answer, before saved as Requested");
        }

        if (release)
        {
            // Told before, since another may have it the moment after.
            points.End($"job {job.JobId}");
        }

        bool saved = await inner.SaveAsync(job, release, cancellationToken);
        points.Pass($"after saved as {job.State}");
        return saved;
    }

    public Task RefuseAsync(ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.RefuseAsync(job, reason, now, cancellationToken);

    public Task<IReadOnlyList<DatasetRefusal>> ListRefusalsAsync(AccountId accountId, ProfileId profileId, CancellationToken cancellationToken = default) =>
        inner.ListRefusalsAsync(accountId, profileId, cancellationToken);

    public Task ForgetRefusalAsync(AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default) =>
        inner.ForgetRefusalAsync(accountId, profileId, dataset, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => inner.PruneAsync(before, cancellationToken);
}
