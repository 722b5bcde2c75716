using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Queued runs in <c>ppc_queued_runs</c>. How of the same requests one only is added is a store's own.</summary>
/// <param name="contexts">The contexts.</param>
[Experimental(Experimentals.StoreMakers)]
public abstract class RunStoreBase(IPpcAdsContexts contexts) : IRunStore
{
    /// <summary>Gets the condition of runs that are not over.</summary>
    protected static Expression<Func<PpcQueuedRun, bool>> IsOpen { get; } =
        row => row.State == QueuedRunState.Queued || row.State == QueuedRunState.Running;

    /// <summary>Everything but the steps, which may be long.</summary>
    private static readonly Expression<Func<PpcQueuedRun, PpcQueuedRun>> Head = row => new PpcQueuedRun
    {
        RunId = row.RunId,
        Slot = row.Slot,
        AccountId = row.AccountId,
        ProfileId = row.ProfileId,
        StartDate = row.StartDate,
        EndDate = row.EndDate,
        Datasets = row.Datasets,
        State = row.State,
        IsCancelRequested = row.IsCancelRequested,
        RequestedAt = row.RequestedAt,
        StartedAt = row.StartedAt,
        SyncedAt = row.SyncedAt,
        FinishedAt = row.FinishedAt,
        Error = row.Error,
    };

    /// <inheritdoc/>
    public async Task<QueuedRun?> EnqueueAsync(
        RunRequest request, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        string key = request.Key;
        while (true)
        {
            ContextLease lease = contexts.Create();
            await using (lease.ConfigureAwait(false))
            {
                DbSet<PpcQueuedRun> runs = lease.Context.Set<PpcQueuedRun>();
                PpcQueuedRun? row = await InsertAsync(lease.Context, request, now, cancellationToken).ConfigureAwait(false)
                    is { } added
                    ? await runs.AsNoTracking().FirstAsync(run => run.RunId == added, cancellationToken).ConfigureAwait(false)
                    : await runs.AsNoTracking().Where(IsOpen)
                        .FirstOrDefaultAsync(run => run.RequestKey == key, cancellationToken).ConfigureAwait(false);
                bool isSlotGone = row?.Slot != request.Slot && request.Slot is { } slot
                    && await runs.AnyAsync(run => run.Slot == slot, cancellationToken).ConfigureAwait(false);
                if (row is not null || isSlotGone)
                {
                    return isSlotGone ? null : ToRun(row!);
                }
            }

            // The one that was open ended between the two statements.
        }
    }

    /// <inheritdoc/>
    public Task<QueuedRun?> FindAsync(long runId, CancellationToken cancellationToken = default) =>
        FindAsync(runId, null, cancellationToken);

    /// <inheritdoc/>
    public async Task<QueuedRun?> FindAsync(
        long runId, IReadOnlyCollection<AccountId>? only, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcQueuedRun> runs = lease.Context.Set<PpcQueuedRun>().AsNoTracking().Where(run => run.RunId == runId);
            if (only is not null)
            {
                // In the statement: the steps of another's run, which may be long, are not read.
                long[] ids = [.. only.Select(id => id.Value)];
                runs = runs.Where(run => run.AccountId != null && ids.Contains(run.AccountId.Value));
            }

            PpcQueuedRun? row = await runs.FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return row is null ? null : ToRun(row);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage<QueuedRun>> ListAsync(
        AccountId? accountId = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        page ??= new PageRequest();
        page.Validate();
        long before = PageToken.Read(page.After, 1) is { } keys ? PageToken.ReadNumber(keys[0]) : long.MaxValue;
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcQueuedRun> runs = lease.Context.Set<PpcQueuedRun>().AsNoTracking().Where(run => run.RunId < before);
            if (accountId is { } account)
            {
                runs = runs.Where(run => run.AccountId == account.Value);
            }

            List<PpcQueuedRun> rows = await runs.OrderByDescending(run => run.RunId).Take(page.Size + 1).Select(Head)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return page.Cut(rows, ToRun, row => PageToken.Write(row.RunId));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueuedRun>> ListOpenAsync(CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<PpcQueuedRun> rows = await lease.Context.Set<PpcQueuedRun>().AsNoTracking().Where(IsOpen)
                .OrderBy(run => run.RunId)
                .Select(Head).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(ToRun)];
        }
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(QueuedRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        string? steps = run.Steps.Count == 0 ? null
            : JsonSerializer.Serialize([.. run.Steps.Select(StoredRunStep.From)], RunStepsJsonContext.Default.StoredRunStepArray);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Set<PpcQueuedRun>().Where(IsOpen).Where(row => row.RunId == run.RunId).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.State, run.State)
                    .SetProperty(x => x.StartedAt, run.StartedAt)
                    .SetProperty(x => x.SyncedAt, run.SyncedAt)
                    .SetProperty(x => x.FinishedAt, run.FinishedAt)
                    .SetProperty(x => x.Error, run.Error)
                    .SetProperty(x => x.Steps, steps),
                cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> CancelAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            IQueryable<PpcQueuedRun> run = lease.Context.Set<PpcQueuedRun>().Where(row => row.RunId == runId);
            int ended = await run.Where(row => row.State == QueuedRunState.Queued).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.State, QueuedRunState.Cancelled)
                    .SetProperty(x => x.IsCancelRequested, true)
                    .SetProperty(x => x.FinishedAt, now),
                cancellationToken).ConfigureAwait(false);
            return ended > 0 || await run.Where(row => row.State == QueuedRunState.Running)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(x => x.IsCancelRequested, true), cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsEndingAsync(long runId, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return !await lease.Context.Set<PpcQueuedRun>().Where(IsOpen)
                .AnyAsync(row => row.RunId == runId && !row.IsCancelRequested, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Set<PpcQueuedRun>()
                .Where(
                    row => row.RequestedAt < before && row.State != QueuedRunState.Queued && row.State != QueuedRunState.Running)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds a run, unless one of the same key is open or the slot was used.</summary>
    /// <param name="context">The context.</param>
    /// <param name="request">What is requested.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of the run; <see langword="null"/> if none was added.</returns>
    protected abstract Task<long?> InsertAsync(
        DbContext context, RunRequest request, DateTimeOffset now, CancellationToken cancellationToken);

    private static QueuedRun ToRun(PpcQueuedRun row) => new()
    {
        RunId = row.RunId,
        Request = new RunRequest
        {
            AccountId = row.AccountId is { } account ? new AccountId(account) : null,
            ProfileId = row.ProfileId is { } profile ? new ProfileId(profile) : null,
            StartDate = row.StartDate,
            EndDate = row.EndDate,
            Datasets = row.Datasets?.Split(',') ?? [],
            Slot = row.Slot,
        },
        State = row.State,
        IsCancelRequested = row.IsCancelRequested,
        RequestedAt = row.RequestedAt,
        StartedAt = row.StartedAt,
        SyncedAt = row.SyncedAt,
        FinishedAt = row.FinishedAt,
        Error = row.Error,
        Steps = row.Steps is null ? []
            :
            [
                .. JsonSerializer.Deserialize(row.Steps, RunStepsJsonContext.Default.StoredRunStepArray)!
                    .Select(step => step.ToStep()),
            ],
    };
}
