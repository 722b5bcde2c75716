using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Ingestion;

internal sealed class InMemoryRunStore(InMemoryState state) : IRunStore
{
    public Task<QueuedRun?> EnqueueAsync(RunRequest request, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (state.Gate)
        {
            if (request.Slot is not null && state.QueuedRuns.Any(run => run.Request.Slot == request.Slot))
            {
                return Task.FromResult<QueuedRun?>(null);
            }

            if (state.QueuedRuns.Find(run => !run.IsFinal && run.Request.Key == request.Key) is { } open)
            {
                return Task.FromResult<QueuedRun?>(open);
            }

            var added = new QueuedRun { RunId = ++state.LastNumber, Request = request, RequestedAt = now };
            state.QueuedRuns.Add(added);
            return Task.FromResult<QueuedRun?>(added);
        }
    }

    public Task<QueuedRun?> FindAsync(long runId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(state.QueuedRuns.Find(run => run.RunId == runId));
        }
    }

    public async Task<QueuedRun?> FindAsync(
        long runId, IReadOnlyCollection<AccountId>? only, CancellationToken cancellationToken = default) =>
        await FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } run
        && (only is null || (run.Request.AccountId is { } account && only.Contains(account)))
            ? run
            : null;

    public Task<ReadPage<QueuedRun>> ListAsync(
        AccountId? accountId = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        page ??= new PageRequest();
        page.Validate();
        long before = PageToken.Read(page.After, 1) is { } keys ? PageToken.ReadNumber(keys[0]) : long.MaxValue;
        lock (state.Gate)
        {
            List<QueuedRun> found = [.. state.QueuedRuns
                .Where(run => run.RunId < before && (accountId is null || run.Request.AccountId == accountId))
                .OrderByDescending(run => run.RunId).Take(page.Size + 1)];
            return Task.FromResult(page.Cut(found, WithoutSteps, run => PageToken.Write(run.RunId)));
        }
    }

    public Task<IReadOnlyList<QueuedRun>> ListOpenAsync(CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<QueuedRun>>(
                [.. state.QueuedRuns.Where(run => !run.IsFinal).OrderBy(run => run.RunId).Select(WithoutSteps)]);
        }
    }

    public Task<bool> SaveAsync(QueuedRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return ChangeAsync(
            run.RunId,
            known =>
                run with
                {
                    Request = known.Request,
                    RequestedAt = known.RequestedAt,
                    IsCancelRequested = known.IsCancelRequested,
                });
    }

    public Task<bool> CancelAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken = default) => ChangeAsync(
        runId,
        known => known.State == QueuedRunState.Queued
            ? known with { State = QueuedRunState.Cancelled, IsCancelRequested = true, FinishedAt = now }
            : known with { IsCancelRequested = true });

    public Task<bool> IsEndingAsync(long runId, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(
                state.QueuedRuns.Find(run => run.RunId == runId) is not { IsFinal: false, IsCancelRequested: false });
        }
    }

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(state.QueuedRuns.RemoveAll(run => run.IsFinal && run.RequestedAt < before));
        }
    }

    private static QueuedRun WithoutSteps(QueuedRun run) => run with { Steps = [] };

    private Task<bool> ChangeAsync(long runId, Func<QueuedRun, QueuedRun> change)
    {
        lock (state.Gate)
        {
            int index = state.QueuedRuns.FindIndex(run => run.RunId == runId && !run.IsFinal);
            if (index >= 0)
            {
                state.QueuedRuns[index] = change(state.QueuedRuns[index]);
            }

            return Task.FromResult(index >= 0);
        }
    }
}
