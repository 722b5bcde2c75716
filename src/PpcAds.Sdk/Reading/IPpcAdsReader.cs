using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Reads what was loaded, page by page. For endpoints and tools that must not depend on a store's technology.</summary>
public interface IPpcAdsReader
{
    /// <summary>Entities by profile and id.</summary>
    /// <typeparam name="T">Such as <see cref="CampaignRecord"/>.</typeparam>
    /// <exception cref="AmazonAdsValidationException">The query asks for a campaign's entities, and such entities belong to none.</exception>
    Task<ReadPage<StoredEntity<T>>> ListEntitiesAsync<T>(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>;

    /// <summary>Performance records of one dataset, by profile, day and key.</summary>
    Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>The ledger of one profile and dataset: its days in order. A day that is not there was never loaded.</summary>
    Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default);
}
