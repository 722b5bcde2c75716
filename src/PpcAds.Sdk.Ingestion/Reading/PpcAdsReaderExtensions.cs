using System.Runtime.CompilerServices;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>Short names for what is read most.</summary>
public static class PpcAdsReaderExtensions
{
    /// <summary>Profiles by id.</summary>
    public static Task<ReadPage<StoredEntity<ProfileRecord>>> ListProfilesAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<ProfileRecord>(query, page, cancellationToken);
    }

    /// <summary>Portfolios by profile and id.</summary>
    public static Task<ReadPage<StoredEntity<PortfolioRecord>>> ListPortfoliosAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<PortfolioRecord>(query, page, cancellationToken);
    }

    /// <summary>Campaigns by profile and id.</summary>
    public static Task<ReadPage<StoredEntity<CampaignRecord>>> ListCampaignsAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<CampaignRecord>(query, page, cancellationToken);
    }

    /// <summary>Ad groups by profile and id.</summary>
    public static Task<ReadPage<StoredEntity<AdGroupRecord>>> ListAdGroupsAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<AdGroupRecord>(query, page, cancellationToken);
    }

    /// <summary>Keywords by profile and id.</summary>
    public static Task<ReadPage<StoredEntity<KeywordRecord>>> ListKeywordsAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<KeywordRecord>(query, page, cancellationToken);
    }

    /// <summary>Targets other than keywords by profile and id.</summary>
    public static Task<ReadPage<StoredEntity<TargetRecord>>> ListTargetsAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<TargetRecord>(query, page, cancellationToken);
    }

    /// <summary>Ads by profile and id.</summary>
    public static Task<ReadPage<StoredEntity<AdRecord>>> ListAdsAsync(
        this IPpcAdsReader reader, EntityQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ListEntitiesAsync<AdRecord>(query, page, cancellationToken);
    }

    /// <summary>All entities of a query, page after page.</summary>
    /// <typeparam name="T">Such as <see cref="ProfileRecord"/>.</typeparam>
    public static async IAsyncEnumerable<StoredEntity<T>> ListAllEntitiesAsync<T>(
        this IPpcAdsReader reader, EntityQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IEntityRecord<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        string? after = null;
        do
        {
            ReadPage<StoredEntity<T>> page = await reader
                .ListEntitiesAsync<T>(
                    query, new PageRequest(PageRequest.MaxSize, after), cancellationToken).ConfigureAwait(false);
            foreach (StoredEntity<T> entity in page.Items)
            {
                yield return entity;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
