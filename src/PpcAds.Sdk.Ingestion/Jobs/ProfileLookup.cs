using System.Collections.Concurrent;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Runs;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>The stored profiles of accounts, read once for a round of jobs.</summary>
internal sealed class ProfileLookup(StoredProfiles profiles)
{
    private readonly ConcurrentDictionary<AccountId, IReadOnlyDictionary<ProfileId, ProfileRecord>> _known = new();

    public async Task<ProfileRecord?> FindAsync(AccountId accountId, ProfileId profileId, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(accountId, out IReadOnlyDictionary<ProfileId, ProfileRecord>? found))
        {
            IReadOnlyList<ProfileRecord> stored = await profiles.ReadAsync(accountId, cancellationToken).ConfigureAwait(false);
            found = stored.ToDictionary(profile => profile.ProfileId);
            _known[accountId] = found;
        }

        return found.GetValueOrDefault(profileId);
    }
}
