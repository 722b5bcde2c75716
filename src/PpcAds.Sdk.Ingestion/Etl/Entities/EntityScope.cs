using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.Etl;

/// <summary>Whose entities are loaded.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile; <see langword="null"/> for profiles themselves.</param>
public sealed record EntityScope(AccountId AccountId, ProfileId? ProfileId = null)
{
    /// <summary>
    /// Where the entities come from. What an export had leaves the columns alone that only lists know
    /// (<see cref="EntityColumn.IsListOnly"/>), and an entity that a list had keeps that source.
    /// </summary>
    public EntitySource Source { get; init; } = EntitySource.List;

    /// <summary>
    /// Gets the lease that each page depends on, for a sink that shares a database with the lease store: a worker that has lost
    /// it writes no page over those of its successor. <see langword="null"/> for none.
    /// </summary>
    public Lease? Turn { get; init; }
}
