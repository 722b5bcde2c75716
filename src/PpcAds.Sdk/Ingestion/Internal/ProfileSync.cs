using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Lists an account's profiles region by region and loads them.</summary>
internal sealed class ProfileSync(IEtlSink sink, IPpcAdsReader reader)
{
    /// <summary>The profiles to go on with: those that were listed, and those known from before of a region that could not be asked.
    /// None when the whole account is refused: one region's answer stands for all.</summary>
    public async Task<IReadOnlyList<ProfileRecord>> RunAsync(
        AmazonAdsClient client,
        IEnumerable<AmazonAdsRegion> regions,
        AccountId accountId,
        RunRecorder recorder,
        CancellationToken cancellationToken)
    {
        var profiles = new List<ProfileRecord>();
        var unknown = new HashSet<AmazonAdsRegion>();
        foreach (AmazonAdsRegion region in regions.Distinct())
        {
            StepResult result = await recorder.RunAsync(
                accountId,
                null,
                $"profiles {region}",
                async () =>
                {
                    IReadOnlyList<ProfileRecord> listed = await ListAsync(client, region, cancellationToken).ConfigureAwait(false);
                    recorder.Failures.Answered(accountId, null);
                    LoadResult load = await sink.LoadEntitiesAsync(new EntityScope(accountId), Single(listed), cancellationToken).ConfigureAwait(false);
                    profiles.AddRange(listed);
                    return new StepResult { AccountId = accountId, Step = $"profiles {region}", Outcome = StepOutcome.Done, Load = load };
                },
                cancellationToken).ConfigureAwait(false);
            if (result.Outcome == StepOutcome.Failed)
            {
                unknown.Add(region);
                if (recorder.Failures.StopOf(accountId) is not null)
                {
                    return [];
                }
            }
        }

        if (unknown.Count > 0)
        {
            IReadOnlyList<ProfileRecord> stored = await ReadAsync(accountId, cancellationToken).ConfigureAwait(false);
            profiles.AddRange(stored.Where(profile => unknown.Contains(profile.Region)));
        }

        return profiles;
    }

    /// <summary>All stored profiles of an account.</summary>
    public async Task<IReadOnlyList<ProfileRecord>> ReadAsync(AccountId accountId, CancellationToken cancellationToken) =>
        await reader.ListAllEntitiesAsync<ProfileRecord>(new EntityQuery(accountId), cancellationToken)
            .Select(stored => stored.Entity).ToListAsync(cancellationToken).ConfigureAwait(false);

    private static async Task<IReadOnlyList<ProfileRecord>> ListAsync(
        AmazonAdsClient client, AmazonAdsRegion region, CancellationToken cancellationToken)
    {
        // No profile says what may be done with it; the list of those that may be edited does.
        IReadOnlyList<Profile> visible = await client.GetProfilesAsync(region, null, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Profile> editable = await client
            .GetProfilesAsync(region, new ProfileFilter { Access = ProfileAccess.Edit }, cancellationToken).ConfigureAwait(false);
        var ids = editable.Select(profile => profile.ProfileId).ToHashSet();
        return [.. visible.Select(profile => ProfileRecord.From(profile, !ids.Contains(profile.ProfileId)))];
    }

    private static async IAsyncEnumerable<IReadOnlyList<ProfileRecord>> Single(IReadOnlyList<ProfileRecord> profiles)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return profiles;
    }
}
