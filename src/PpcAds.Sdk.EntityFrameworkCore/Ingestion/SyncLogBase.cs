using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Runs and issues in their tables.</summary>
/// <param name="contexts">The contexts.</param>
[Experimental(Experimentals.StoreMakers)]
public abstract class SyncLogBase(IPpcAdsContexts contexts) : ISyncLog
{
    /// <summary>Gets the contexts.</summary>
    protected IPpcAdsContexts Contexts { get; } = contexts;

    /// <inheritdoc/>
    public async Task<SyncRun> BeginRunAsync(SyncRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            var row = new PpcIngestionRun { Kind = run.Kind, AccountId = run.AccountId?.Value, StartedAt = run.StartedAt };
            lease.Context.Add(row);
            await lease.Context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return run with { RunId = row.RunId };
        }
    }

    /// <inheritdoc/>
    public async Task EndRunAsync(SyncRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ContextLease lease = Contexts.Create();
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

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SyncRun>> ListRunsAsync(int count = 100, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
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

    /// <inheritdoc/>
    public abstract Task AddIssuesAsync(IReadOnlyList<SyncIssue> issues, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SyncIssue>> ListIssuesAsync(
        AccountId accountId, ProfileId? profileId = null, int count = 100, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
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

    /// <inheritdoc/>
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            int runs = await lease.Context.Set<PpcIngestionRun>().Where(row => row.StartedAt < before)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            return runs + await lease.Context.Set<PpcSyncIssue>().Where(row => row.At < before)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
