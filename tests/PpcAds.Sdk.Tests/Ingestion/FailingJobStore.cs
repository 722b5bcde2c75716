using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>A job store whose database can be down.</summary>
internal sealed class FailingJobStore(IReportJobStore inner) : IReportJobStore
{
    public IReportJobStore Inner => inner;

    public bool IsDown { get; set; }

    public async Task<ReportJob> PlanAndClaimAsync(DateTimeOffset now, TimeSpan lease)
    {
        DateOnly day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        await inner.AddAsync(
            [
                new PlannedReport
                {
                    AccountId = new AccountId(1), ProfileId = new ProfileId(1), Dataset = "sp.campaign", StartDate = day, EndDate = day, Reason = PlanReason.Missing,
                },
            ],
            now);
        return (await inner.ClaimAsync("one", lease, now))!;
    }

    public Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default) => inner.AddAsync(reports, now, cancellationToken);

    public Task<ReportJob?> FindAsync(long jobId, CancellationToken cancellationToken = default) => inner.FindAsync(jobId, cancellationToken);

    public Task<IReadOnlyList<ReportJob>> ListOpenAsync(ReportJobFilter? filter = null, CancellationToken cancellationToken = default) =>
        inner.ListOpenAsync(filter, cancellationToken);

    public Task<ReadPage<ReportJob>> ListAsync(ReportJobFilter? filter = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        inner.ListAsync(filter, page, cancellationToken);

    public Task<ReportJob?> ClaimAsync(
        string owner, TimeSpan lease, DateTimeOffset now, ReportJobFilter? filter = null, CancellationToken cancellationToken = default) =>
        inner.ClaimAsync(owner, lease, now, filter, cancellationToken);

    public Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default) =>
        IsDown ? throw new InvalidOperationException("The database is down.") : inner.RenewAsync(job, lease, cancellationToken);

    public Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default) => inner.SaveAsync(job, release, cancellationToken);

    public Task RefuseAsync(ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        inner.RefuseAsync(job, reason, now, cancellationToken);

    public Task<IReadOnlyList<DatasetRefusal>> ListRefusalsAsync(AccountId accountId, ProfileId profileId, CancellationToken cancellationToken = default) =>
        inner.ListRefusalsAsync(accountId, profileId, cancellationToken);

    public Task ForgetRefusalAsync(AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default) =>
        inner.ForgetRefusalAsync(accountId, profileId, dataset, cancellationToken);

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => inner.PruneAsync(before, cancellationToken);
}
