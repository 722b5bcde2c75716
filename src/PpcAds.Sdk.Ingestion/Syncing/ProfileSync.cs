using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>Lists an account's profiles region by region and loads them.</summary>
internal sealed class ProfileSync(IEtlSink sink, IIngestionReader reader, TimeProvider timeProvider)
{
    /// <summary>For how long a profile that is no longer listed is reported.</summary>
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(30);

    /// <summary>
    /// The profiles to go on with: those that were listed, and those known from before of a region that could not be asked. None
    /// when the whole account is refused: one region's answer stands for all.
    /// </summary>
    public async Task<IReadOnlyList<ProfileRecord>> RunAsync(
        AmazonAdsClient client,
        IEnumerable<AmazonAdsRegion> regions,
        AccountId accountId,
        SyncContext recorder,
        Lease turn, CancellationToken cancellationToken)
    {
        var profiles = new List<ProfileRecord>();
        var unknown = new HashSet<AmazonAdsRegion>();
        IReadOnlyList<StoredEntity<ProfileRecord>> known = await reader.ReadProfilesAsync(
            accountId, cancellationToken).ConfigureAwait(false);
        foreach (AmazonAdsRegion region in regions.Distinct())
        {
            StepResult result = await recorder.RunAsync(
                accountId,
                null,
                $"profiles {region}",
                async () =>
                {
                    IReadOnlyList<ProfileRecord> listed = await ListAsync(
                        client, region, recorder.DriftOf(accountId), cancellationToken).ConfigureAwait(false);
                    recorder.Failures.Answered(accountId, null);
                    NoteChanges(accountId, region, known, listed, recorder);
                    LoadResult load = await sink.LoadEntitiesAsync(
                        new EntityScope(accountId) { Turn = turn }, Single(listed), cancellationToken).ConfigureAwait(false);
                    profiles.AddRange(listed);
                    return new StepResult
                    {
                        AccountId = accountId,
                        Step = $"profiles {region}",
                        Outcome = StepOutcome.Done,
                        Load = load,
                    };
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
            profiles.AddRange(known.Select(stored => stored.Entity).Where(profile => unknown.Contains(profile.Region)));
        }

        return profiles;
    }

    private static async Task<IReadOnlyList<ProfileRecord>> ListAsync(
        AmazonAdsClient client, AmazonAdsRegion region, SchemaDrift drift, CancellationToken cancellationToken)
    {
        // No profile says what may be done with it; the list of those that may be edited does.
        IReadOnlyList<Profile> visible = await client.GetProfilesAsync(
            region, null, drift, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Profile> editable = await client
            .GetProfilesAsync(
                region, new ProfileFilter { Access = ProfileAccess.Edit }, drift, cancellationToken).ConfigureAwait(false);
        var ids = editable.Select(profile => profile.ProfileId).ToHashSet();
        return [.. visible.Select(profile => ProfileRecord.From(profile, !ids.Contains(profile.ProfileId)))];
    }

    /// <summary>Reports which of a region's profiles are missing or have changed. Nothing is deleted.</summary>
    private void NoteChanges(
        AccountId accountId,
        AmazonAdsRegion region,
        IReadOnlyList<StoredEntity<ProfileRecord>> known,
        IReadOnlyList<ProfileRecord> listed,
        SyncContext recorder)
    {
        string step = $"profiles {region}";
        DateTimeOffset forgotten = timeProvider.GetUtcNow() - ForgottenAfter;
        List<StoredEntity<ProfileRecord>> before =
            [.. known.Where(stored => stored.Entity.Region == region && stored.LastSeenAt >= forgotten)];
        List<ProfileRecord> missing =
        [
            .. before.Select(stored => stored.Entity)
                .Where(profile => !listed.Any(other => other.ProfileId == profile.ProfileId)),
        ];
        if (listed.Count == 0 && missing.Count > 0)
        {
            recorder.AddIssue(
                accountId,
                null,
                step,
                "profiles missing",
                $"{region} had {missing.Count} profiles of the account and lists none now: the advertiser may have taken the "
                + "access back. Nothing is deleted.",
                missing.Count);
        }
        else
        {
            missing.ForEach(profile => recorder.AddIssue(
                accountId,
                profile.ProfileId,
                step,
                "profile missing",
                $"{profile.Name ?? "The profile"} is no longer listed in {region}. Nothing is deleted."));
        }

        foreach (ProfileRecord profile in listed)
        {
            string? former = before.Find(stored => stored.Entity.ProfileId == profile.ProfileId)?.Entity.CurrencyCode;
            if (former is not null && profile.CurrencyCode is { } currency && currency != former)
            {
                recorder.AddIssue(
                    accountId,
                    profile.ProfileId,
                    step,
                    "currency changed",
                    $"The profile's currency was {former} and is {currency}: rows that are stored keep theirs, and sums of "
                    + $"entities are of rows in {currency} from now on.");
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<ProfileRecord>> Single(IReadOnlyList<ProfileRecord> profiles)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return profiles;
    }
}
