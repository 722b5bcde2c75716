using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Runs;

/// <summary>The profiles that earlier syncs stored.</summary>
internal sealed class StoredProfiles(IPpcAdsReader reader)
{
    /// <summary>All stored profiles of an account.</summary>
    public async Task<IReadOnlyList<ProfileRecord>> ReadAsync(AccountId accountId, CancellationToken cancellationToken) =>
        await reader.ListAllEntitiesAsync<ProfileRecord>(new EntityQuery(accountId), cancellationToken)
            .Select(stored => stored.Entity).ToListAsync(cancellationToken).ConfigureAwait(false);
}
