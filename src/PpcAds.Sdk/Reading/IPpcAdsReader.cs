using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Reads what was loaded, page by page. For endpoints and tools that must not depend on a store's technology.</summary>
public interface IPpcAdsReader
{
    /// <summary>Profiles by id.</summary>
    Task<ReadPage<StoredEntity<ProfileRecord>>> ListProfilesAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>Campaigns by profile and id.</summary>
    Task<ReadPage<StoredEntity<CampaignRecord>>> ListCampaignsAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>Ad groups by profile and id.</summary>
    Task<ReadPage<StoredEntity<AdGroupRecord>>> ListAdGroupsAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>Keywords by profile and id.</summary>
    Task<ReadPage<StoredEntity<KeywordRecord>>> ListKeywordsAsync(
        EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>Performance records of one dataset, by profile, day and key.</summary>
    Task<ReadPage<PerformanceRecord>> ListPerformanceAsync(
        PerformanceQuery query, PageRequest? page = null, CancellationToken cancellationToken = default);

    /// <summary>The ledger of one profile and dataset: its days in order. A day that is not there was never loaded.</summary>
    Task<IReadOnlyList<PerformanceDay>> ListDaysAsync(
        AccountId accountId, ProfileId profileId, string dataset, CancellationToken cancellationToken = default);
}
