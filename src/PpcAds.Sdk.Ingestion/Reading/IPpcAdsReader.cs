using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Reads what was loaded, page by page. For endpoints and tools that must not depend on a store's technology.</summary>
public interface IPpcAdsReader : IIngestionReader
{
    /// <summary>Entities by profile and id.</summary>
    /// <typeparam name="T">Such as <see cref="CampaignRecord"/>.</typeparam>
    /// <exception cref="PpcAdsValidationException">
    /// The query requests a campaign's entities, and such entities belong to none.
    /// </exception>
    Task<ReadPage<StoredEntity<T>>> ListEntitiesAsync<T>(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>;

    /// <summary>Performance records of one dataset, by profile, day and key.</summary>
    Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>The sums of performance records of one dataset: one for each currency. Reads all of them.</summary>
    Task<IReadOnlyList<PerformanceTotals>> SumPerformanceAsync(
        PerformanceQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// The newest complete day of each stored profile and dataset, by profile and dataset; what was never loaded is left out.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="profileId">Only this profile; <see langword="null"/> for all.</param>
    /// <param name="page">Which page; <see langword="null"/> for the first 100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ReadPage<PerformanceFreshness>> ListFreshnessAsync(
        AccountId accountId,
        ProfileId? profileId = null,
        PageRequest? page = null,
        CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    async Task<IReadOnlyList<StoredEntity<ProfileRecord>>> IIngestionReader.ReadProfilesAsync(
        AccountId accountId, CancellationToken cancellationToken) =>
        await this.ListAllEntitiesAsync<ProfileRecord>(new EntityQuery(accountId), cancellationToken)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
}
