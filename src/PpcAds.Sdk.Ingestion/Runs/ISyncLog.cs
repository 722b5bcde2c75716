using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Stores the runs and their issues.</summary>
public interface ISyncLog
{
    /// <summary>Notes that a run began.</summary>
    /// <returns>The run with its number.</returns>
    Task<SyncRun> BeginRunAsync(SyncRun run, CancellationToken cancellationToken = default);

    /// <summary>Notes how a run ended.</summary>
    Task EndRunAsync(SyncRun run, CancellationToken cancellationToken = default);

    /// <summary>The newest runs, newest first.</summary>
    Task<IReadOnlyList<SyncRun>> ListRunsAsync(int count = 100, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes issues. One that the account had on the same day (UTC), the same in all but count and time, is counted up: a sync
    /// that meets the same difficulty every hour must not fill the store.
    /// </summary>
    Task AddIssuesAsync(IReadOnlyList<SyncIssue> issues, CancellationToken cancellationToken = default);

    /// <summary>The newest issues of an account, newest first.</summary>
    Task<IReadOnlyList<SyncIssue>> ListIssuesAsync(
        AccountId accountId, ProfileId? profileId = null, int count = 100, CancellationToken cancellationToken = default);

    /// <summary>Forgets runs and issues from before an instant.</summary>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
