using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Ingestion;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion;

/// <summary>
/// Jobs, of which an account's are added one plan after another. Whoever updates the epoch of a job that was read has claimed
/// it; the time of leases is the process's.
/// </summary>
internal sealed class RelationalReportJobStore(
    IPpcAdsContexts contexts, Transactions transactions, TimeProvider timeProvider) : ReportJobStoreBase(contexts)
{
    /// <summary>How many jobs are read for a claim: as many others may be faster.</summary>
    private const int Candidates = 16;

    private const int Tries = 5;

    public override Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return transactions.RunAsync<IReadOnlyList<ReportJob>>(
            async (context, token) =>
            {
                var added = new List<PpcReportJob>();
                foreach (IGrouping<AccountId, PlannedReport> account in reports.GroupBy(report => report.AccountId)
                    .OrderBy(group => group.Key.Value))
                {
                    // The jobs of an account that has been purged since would never end.
                    bool isThere = await Turns.TryHoldAsync(context, account.Key, token).ConfigureAwait(false);
                    foreach (PlannedReport report in isThere ? account.AsEnumerable() : [])
                    {
                        if (!await IsOpenAsync(context, report, token).ConfigureAwait(false))
                        {
                            PpcReportJob row = RowOf(report, now);
                            context.Add(row);
                            await context.SaveChangesAsync(token).ConfigureAwait(false);
                            added.Add(row);
                        }
                    }
                }

                return [.. added.Select(ToJob)];
            },
            cancellationToken);
    }

    public override async Task<ReportJob?> ClaimAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter = null,
        CancellationToken cancellationToken = default)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            (bool isOver, ReportJob? job) = await transactions.ReadAsync(
                (context, token) => TryClaimAsync(context, owner, lease, now, filter, token), cancellationToken)
                .ConfigureAwait(false);
            if (isOver)
            {
                return job;
            }
        }

        return null;
    }

    public override Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        DateTimeOffset until = timeProvider.GetUtcNow() + lease;
        return transactions.ReadAsync(
            async (context, token) => await Claimed(context, job)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.LeaseUntil, until), token).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    public override Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return transactions.ReadAsync(
            async (context, token) => await Claimed(context, job).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.State, job.State)
                    .SetProperty(x => x.ReportId, job.ReportId)
                    .SetProperty(x => x.GeneratedAt, job.GeneratedAt)
                    .SetProperty(x => x.RequestedAt, job.RequestedAt)
                    .SetProperty(x => x.DueAt, job.DueAt)
                    .SetProperty(x => x.Attempts, job.Attempts)
                    .SetProperty(x => x.Failures, job.Failures)
                    .SetProperty(x => x.Error, job.Error)
                    .SetProperty(x => x.RemovalDigest, job.RemovalDigest)
                    .SetProperty(x => x.LeaseOwner, x => release ? null : x.LeaseOwner)
                    .SetProperty(x => x.LeaseUntil, x => release ? null : x.LeaseUntil),
                token).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    public override Task RefuseAsync(
        ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return transactions.UpsertAsync(
            async (context, token) =>
            {
                PpcDatasetRefusal? row = await context.Set<PpcDatasetRefusal>().AsTracking()
                    .FirstOrDefaultAsync(
                        known => known.AccountId == job.AccountId.Value && known.ProfileId == job.ProfileId.Value
                            && known.Dataset == job.Dataset,
                        token).ConfigureAwait(false);
                if (row is null)
                {
                    row = new PpcDatasetRefusal
                    {
                        AccountId = job.AccountId.Value,
                        ProfileId = job.ProfileId.Value,
                        Dataset = job.Dataset,
                    };
                    context.Add(row);
                }

                row.Refusals += row.Refusals == 0 || job.CreatedAt > row.RefusedAt ? 1 : 0;
                (row.RefusedAt, row.Reason) = (now, StorableText.Clean(reason));
                return await context.SaveChangesAsync(token).ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Gets a job that is still claimed by whoever has it.</summary>
    private static IQueryable<PpcReportJob> Claimed(DbContext context, ReportJob job) =>
        context.Set<PpcReportJob>().Where(row => row.JobId == job.JobId && row.LeaseEpoch == job.LeaseEpoch);

    private static IQueryable<PpcReportJob> Open(IQueryable<PpcReportJob> jobs) =>
        jobs.Where(row => row.State != ReportJobState.Loaded && row.State != ReportJobState.Abandoned);

    private static Task<bool> IsOpenAsync(DbContext context, PlannedReport report, CancellationToken cancellationToken) =>
        Open(context.Set<PpcReportJob>()).AnyAsync(
            row => row.AccountId == report.AccountId.Value && row.ProfileId == report.ProfileId.Value
                && row.Dataset == report.Dataset && row.StartDate == report.StartDate && row.EndDate == report.EndDate,
            cancellationToken);

    private static PpcReportJob RowOf(PlannedReport report, DateTimeOffset now) => new()
    {
        AccountId = report.AccountId.Value,
        ProfileId = report.ProfileId.Value,
        Dataset = report.Dataset,
        StartDate = report.StartDate,
        EndDate = report.EndDate,
        Reason = report.Reason,
        State = ReportJobState.Planned,
        CreatedAt = now,
        DueAt = now,
    };

    /// <returns>Whether there is nothing to try again, and what was claimed.</returns>
    private async Task<(bool IsOver, ReportJob? Job)> TryClaimAsync(
        DbContext context,
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter,
        CancellationToken cancellationToken)
    {
        DateTimeOffset clock = timeProvider.GetUtcNow();
        DateTimeOffset until = clock + lease;
        DateTimeOffset never = now + ReportJob.LongestWait;
        IQueryable<PpcReportJob> claimable = Open(Filter(context, filter))
            .Where(row => (row.DueAt <= now || row.DueAt > never) && (row.LeaseUntil == null || row.LeaseUntil < clock));
        var due = await claimable.OrderBy(row => row.DueAt).ThenBy(row => row.JobId)
            .Select(row => new { row.JobId, row.LeaseEpoch }).Take(Candidates)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var job in due)
        {
            // Its holder may have saved it since, which leaves the epoch as it was: so all is asked again.
            if (await claimable.Where(row => row.JobId == job.JobId && row.LeaseEpoch == job.LeaseEpoch)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(x => x.LeaseOwner, owner)
                        .SetProperty(x => x.LeaseUntil, until)
                        .SetProperty(x => x.LeaseEpoch, x => x.LeaseEpoch + 1),
                    cancellationToken).ConfigureAwait(false) > 0)
            {
                // The account may have been purged since.
                PpcReportJob? claimed = await context.Set<PpcReportJob>().AsNoTracking()
                    .FirstOrDefaultAsync(row => row.JobId == job.JobId, cancellationToken).ConfigureAwait(false);
                return (true, claimed is null ? null : ToJob(claimed));
            }
        }

        return (due.Count == 0, null);
    }
}
