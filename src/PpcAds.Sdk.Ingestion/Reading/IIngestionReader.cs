using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>
/// Reads what an ingestion has to know of the stored data: the profiles, the ledger of loaded days, and how many entities there
/// are. Implement it with an <see cref="IEtlSink"/> of your own, over the same data.
/// </summary>
public interface IIngestionReader
{
    /// <summary>Lists all stored profiles of an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    Task<IReadOnlyList<StoredEntity<ProfileRecord>>> ReadProfilesAsync(
        AccountId accountId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Counts the entities of a profile, by table and ad product: what a sync needs to notice that some went missing.
    /// </summary>
    Task<IReadOnlyList<EntityPresence>> CountPresenceAsync(PresenceQuery query, CancellationToken cancellationToken = default);

    /// <summary>The ledger of one profile and dataset: its days in order. A day that is not there was never loaded.</summary>
    Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default);
}
