namespace PpcAds.Sdk.Leases;

/// <summary>
/// Lets one of several processes on one store do a piece of work at a time. A process that dies holds its leases until they run
/// out; their time is the store's own clock.
/// </summary>
public interface ILeaseStore
{
    /// <summary>Takes a name's lease, unless it is held.</summary>
    /// <param name="name">
    /// The name of what only one process may do at a time, such as <c>sync/account/42</c>; at most 100 characters.
    /// </param>
    /// <param name="owner">The name of the holder, for diagnostics.</param>
    /// <param name="duration">How long the lease lasts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The lease, or <see langword="null"/> when another process holds it.</returns>
    Task<Lease?> TryTakeAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Prolongs a lease.</summary>
    /// <returns>Whether it is still held; if not, the work must stop.</returns>
    Task<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Gives a lease back; one that was lost is left alone.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes leases that ran out long ago and were never released. Those that were released are kept, with their epochs.
    /// </summary>
    /// <param name="age">How long ago, by the store's own clock.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were removed.</returns>
    Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken = default);
}
