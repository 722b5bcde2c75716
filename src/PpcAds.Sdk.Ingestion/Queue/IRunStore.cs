using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Stores the requested syncs. Safe for several processes on one store. The process that works on a run holds its lease,
/// <c>run/{key}</c> of <see cref="ILeaseStore"/>.
/// </summary>
public interface IRunStore
{
    /// <summary>Adds a run, unless one of the same <see cref="RunRequest.Key"/> is open: then that one is returned.</summary>
    /// <returns>The run; <see langword="null"/> when the request's <see cref="RunRequest.Slot"/> was used before.</returns>
    Task<QueuedRun?> EnqueueAsync(RunRequest request, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Finds a run, with its steps.</summary>
    Task<QueuedRun?> FindAsync(long runId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Finds a run of certain accounts, with its steps. A run of another account is not read, so that it takes no longer than one
    /// that does not exist.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="only">The accounts; <see langword="null"/> for all, and for runs of all accounts.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<QueuedRun?> FindAsync(long runId, IReadOnlyCollection<AccountId>? only, CancellationToken cancellationToken = default);

    /// <summary>Runs without their steps, newest first, page by page.</summary>
    /// <param name="accountId">Only this account's; <see langword="null"/> for all.</param>
    /// <param name="page">Which page; <see langword="null"/> for the first 100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ReadPage<QueuedRun>> ListAsync(
        AccountId? accountId = null, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>The runs that are not over, oldest first, without their steps.</summary>
    Task<IReadOnlyList<QueuedRun>> ListOpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Stores a run's state, times, error and steps, if it is not over.</summary>
    /// <returns>Whether it was stored.</returns>
    Task<bool> SaveAsync(QueuedRun run, CancellationToken cancellationToken = default);

    /// <summary>Ends a run that no worker has begun; marks one that runs, so that its worker ends it.</summary>
    /// <returns>Whether it was open.</returns>
    Task<bool> CancelAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Whether a run must stop: it was cancelled, or it is over.</summary>
    Task<bool> IsEndingAsync(long runId, CancellationToken cancellationToken = default);

    /// <summary>Removes runs that are over and were requested before an instant.</summary>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}
