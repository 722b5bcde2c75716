using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.InMemory.Ingestion;

internal sealed class InMemorySyncLog(InMemoryState state) : ISyncLog
{
    public Task<SyncRun> BeginRunAsync(SyncRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (state.Gate)
        {
            run = run with { RunId = ++state.LastNumber };
            state.Runs.Add(run);
            return Task.FromResult(run);
        }
    }

    public Task EndRunAsync(SyncRun run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (state.Gate)
        {
            int index = state.Runs.FindIndex(known => known.RunId == run.RunId);
            if (index >= 0)
            {
                state.Runs[index] = run;
            }

            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<SyncRun>> ListRunsAsync(int count = 100, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<SyncRun>>([.. state.Runs.OrderByDescending(run => run.RunId).Take(count)]);
        }
    }

    public Task AddIssuesAsync(IReadOnlyList<SyncIssue> issues, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            foreach (SyncIssue issue in issues.Select(Clean))
            {
                int known = state.Issues.FindIndex(other =>
                    other.At.UtcDateTime.Date == issue.At.UtcDateTime.Date
                        && other with { Count = issue.Count, At = issue.At } == issue);
                if (known >= 0)
                {
                    SyncIssue counted = issue with { Count = state.Issues[known].Count + issue.Count };
                    state.Issues.RemoveAt(known);
                    state.Issues.Add(counted);
                }
                else
                {
                    state.Issues.Add(issue);
                }
            }

            return Task.CompletedTask;
        }
    }

    private static SyncIssue Clean(SyncIssue issue) => issue with
    {
        Step = StorableText.Clean(issue.Step),
        ReportId = StorableText.Clean(issue.ReportId),
        Details = StorableText.Clean(issue.Details),
    };

    public Task<IReadOnlyList<SyncIssue>> ListIssuesAsync(
        AccountId accountId, ProfileId? profileId = null, int count = 100, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult<IReadOnlyList<SyncIssue>>(
            [
                .. Enumerable.Reverse(state.Issues)
                    .Where(issue => issue.AccountId == accountId && (profileId is null || issue.ProfileId == profileId))
                    .OrderByDescending(issue => issue.At).Take(count),
            ]);
        }
    }

    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        lock (state.Gate)
        {
            return Task.FromResult(
                state.Runs.RemoveAll(run => run.StartedAt < before) + state.Issues.RemoveAll(issue => issue.At < before));
        }
    }
}
