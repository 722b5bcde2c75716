using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Runs;

/// <summary>The profiles that earlier syncs stored.</summary>
internal sealed class StoredProfiles(IIngestionReader reader)
{
    /// <summary>All stored profiles of an account.</summary>
    public async Task<IReadOnlyList<ProfileRecord>> ReadAsync(AccountId accountId, CancellationToken cancellationToken) =>
        [.. (await reader.ReadProfilesAsync(accountId, cancellationToken).ConfigureAwait(false)).Select(stored => stored.Entity)];
}
