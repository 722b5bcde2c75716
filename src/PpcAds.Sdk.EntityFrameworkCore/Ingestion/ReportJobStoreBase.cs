using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Jobs in <c>ppc_report_jobs</c>. How a job is added and claimed once only is a store's own.</summary>
/// <param name="contexts">The contexts.</param>
[Experimental(Experimentals.StoreMakers)]
public abstract class ReportJobStoreBase(IPpcAdsContexts contexts) : IReportJobStore
{
    /// <summary>Gets the contexts.</summary>
    protected IPpcAdsContexts Contexts { get; } = contexts;

    /// <inheritdoc/>
    public abstract Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract Task<ReportJob?> ClaimAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter = null,
        CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract Task RefuseAsync(
        ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async Task<ReportJob?> FindAsync(long jobId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            PpcReportJob? row = await lease.Context.Set<PpcReportJob>().AsNoTracking()
                .FirstOrDefaultAsync(job => job.JobId == jobId, cancellationToken).ConfigureAwait(false);
            return row is null ? null : ToJob(row);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportJob>> ListOpenAsync(
        ReportJobFilter? filter = null, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcReportJob> query = Filter(lease.Context, filter)
                .Where(row => row.State != ReportJobState.Loaded && row.State != ReportJobState.Abandoned);
            List<PpcReportJob> rows = await query.OrderBy(row => row.DueAt).ThenBy(row => row.JobId)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(ToJob)];
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DatasetRefusal>> ListRefusalsAsync(
        AccountId accountId, ProfileId profileId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcDatasetRefusal> rows = await lease.Context.Set<PpcDatasetRefusal>().AsNoTracking()
                .Where(row => row.AccountId == accountId.Value && row.ProfileId == profileId.Value)
                .OrderBy(row => row.Dataset).ToListAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                .. rows.Select(row => new DatasetRefusal
                {
                    AccountId = accountId,
                    ProfileId = profileId,
                    Dataset = row.Dataset,
                    Refusals = row.Refusals,
                    RefusedAt = row.RefusedAt,
                    Reason = row.Reason,
                }),
            ];
        }
    }

    /// <inheritdoc/>
    public async Task ForgetRefusalAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            await lease.Context.Set<PpcDatasetRefusal>()
                .Where(row => row.AccountId == accountId.Value && row.ProfileId == profileId.Value && row.Dataset == dataset)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            await lease.Context.Set<PpcLoad>().Where(row => row.LoadedAt < before)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            return await lease.Context.Set<PpcReportJob>()
                .Where(
                    row =>
                        row.CreatedAt < before && (row.State == ReportJobState.Loaded || row.State == ReportJobState.Abandoned))
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage<ReportJob>> ListAsync(
        ReportJobFilter? filter = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        page ??= new PageRequest();
        page.Validate();
        long before = PageToken.Read(page.After, 1) is { } keys ? PageToken.ReadNumber(keys[0]) : long.MaxValue;
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcReportJob> rows = await Filter(lease.Context, filter).Where(row => row.JobId < before)
                .OrderByDescending(row => row.JobId).Take(page.Size + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
            return page.Cut(rows, ToJob, row => PageToken.Write(row.JobId));
        }
    }

    /// <summary>Gets the jobs of a filter.</summary>
    /// <param name="context">The context.</param>
    /// <param name="filter">The filter; <see langword="null"/> for all jobs.</param>
    protected static IQueryable<PpcReportJob> Filter(DbContext context, ReportJobFilter? filter)
    {
        ArgumentNullException.ThrowIfNull(context);
        IQueryable<PpcReportJob> query = context.Set<PpcReportJob>().AsNoTracking();
        if (filter?.AccountId is { } account)
        {
            query = query.Where(row => row.AccountId == account.Value);
        }

        if (filter?.ProfileId is { } profile)
        {
            query = query.Where(row => row.ProfileId == profile.Value);
        }

        if (filter?.CreatedFrom is { } from)
        {
            query = query.Where(row => row.CreatedAt >= from);
        }

        if (filter?.CreatedUntil is { } until)
        {
            query = query.Where(row => row.CreatedAt <= until);
        }

        return filter?.Dataset is { } dataset ? query.Where(row => row.Dataset == dataset) : query;
    }

    /// <summary>Makes a job of its row.</summary>
    /// <param name="row">The row.</param>
    protected static ReportJob ToJob(PpcReportJob row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ReportJob
        {
            JobId = row.JobId,
            AccountId = new AccountId(row.AccountId),
            ProfileId = new ProfileId(row.ProfileId),
            Dataset = row.Dataset,
            StartDate = row.StartDate,
            EndDate = row.EndDate,
            Reason = row.Reason,
            State = row.State,
            ReportId = row.ReportId,
            GeneratedAt = row.GeneratedAt,
            CreatedAt = row.CreatedAt,
            RequestedAt = row.RequestedAt,
            DueAt = row.DueAt,
            Attempts = row.Attempts,
            Failures = row.Failures,
            Error = row.Error,
            RemovalDigest = row.RemovalDigest,
            LeaseEpoch = row.LeaseEpoch,
        };
    }
}
