using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Runs and issues in their tables.</summary>
internal sealed class EfSyncLog(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : ISyncLog
{
    public async Task<SyncRun> BeginRunAsync(SyncRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            var row = new PpcIngestionRun { Kind = run.Kind, AccountId = run.AccountId?.Value, StartedAt = run.StartedAt };
            lease.Context.Add(row);
            await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return run with { RunId = row.RunId };
        }
    }

    public async Task EndRunAsync(SyncRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            await lease.Context.Set<PpcIngestionRun>().Where(row => row.RunId == run.RunId).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.FinishedAt, run.FinishedAt)
                    .SetProperty(x => x.Done, run.Done)
                    .SetProperty(x => x.Skipped, run.Skipped)
                    .SetProperty(x => x.Failed, run.Failed),
                cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<SyncRun>> ListRunsAsync(int count = 100, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcIngestionRun> rows = await lease.Context.Set<PpcIngestionRun>().AsNoTracking()
                .OrderByDescending(row => row.RunId).Take(count).ToListAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                .. rows.Select(row => new SyncRun
                {
                    RunId = row.RunId,
                    Kind = row.Kind,
                    AccountId = row.AccountId is { } id ? new AccountId(id) : null,
                    StartedAt = row.StartedAt,
                    FinishedAt = row.FinishedAt,
                    Done = row.Done,
                    Skipped = row.Skipped,
                    Failed = row.Failed,
                }),
            ];
        }
    }

    public async Task AddIssuesAsync(IReadOnlyList<SyncIssue> issues, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issues);
        if (issues.Count == 0)
        {
            return;
        }

        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var names = new TableNames(lease.Context);
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                foreach (SyncIssue issue in issues)
                {
                    await IssueWriter.CountAsync(session, names, issue, cancellationToken).ConfigureAwait(false);
                }

                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }

    public async Task<IReadOnlyList<SyncIssue>> ListIssuesAsync(
        AccountId accountId, ProfileId? profileId = null, int count = 100, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcSyncIssue> query = lease.Context.Set<PpcSyncIssue>().AsNoTracking()
                .Where(row => row.AccountId == accountId.Value);
            if (profileId is { } profile)
            {
                query = query.Where(row => row.ProfileId == profile.Value);
            }

            List<PpcSyncIssue> rows = await query.OrderByDescending(row => row.At).ThenByDescending(row => row.IssueId)
                .Take(count).ToListAsync(cancellationToken).ConfigureAwait(false);
            return
            [
                .. rows.Select(row => new SyncIssue
                {
                    AccountId = accountId,
                    ProfileId = row.ProfileId is { } id ? new ProfileId(id) : null,
                    Step = row.Step,
                    ReportId = row.ReportId,
                    Reason = row.Reason,
                    Details = row.Details,
                    Count = row.Count,
                    At = row.At,
                }),
            ];
        }
    }

    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            int runs = await lease.Context.Set<PpcIngestionRun>().Where(row => row.StartedAt < before)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            return runs + await lease.Context.Set<PpcSyncIssue>().Where(row => row.At < before)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
