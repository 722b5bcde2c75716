using Microsoft.Extensions.Options;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Health;

/// <summary>
/// Reads from the ledger how far each active account's profiles are behind. Kept for a while, since probes ask every few seconds.
/// </summary>
internal sealed class DataLagReader(
    IAccountStore accounts,
    IPpcAdsReader reader,
    IOptions<PpcAdsOptions> sdk,
    IOptions<PpcAdsHealthOptions> options,
    TimeProvider timeProvider) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private DataLag? _last;
    private long _lastAt;

    public async Task<DataLag> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_last is null || timeProvider.GetElapsedTime(_lastAt) >= options.Value.DataLagCacheDuration)
            {
                _last = await LookAsync(cancellationToken).ConfigureAwait(false);
                _lastAt = timeProvider.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<DataLag> LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> datasets = options.Value.GetDatasets(sdk.Value.Ingestion);
        var behind = new SortedSet<long>();
        (int worst, int profiles, int profilesBehind) = (0, 0, 0);
        foreach (Account account in await accounts.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            // Paused ones are meant to be behind; the others are the grants' check's.
            if (account.Status != AccountStatus.Active)
            {
                continue;
            }

            await foreach (StoredEntity<ProfileRecord> profile in ProfilesOf(
                account.AccountId, cancellationToken).ConfigureAwait(false))
            {
                int lag = await LagOfAsync(profile, datasets, cancellationToken).ConfigureAwait(false);
                profiles++;
                worst = Math.Max(worst, lag);
                if (lag >= options.Value.DegradedAfterDays)
                {
                    profilesBehind++;
                    behind.Add(account.AccountId.Value);
                }
            }
        }

        return new DataLag(worst, profiles, profilesBehind, [.. behind.Select(id => new AccountId(id).ToString())]);
    }

    /// <summary>No report can be had for an agency's.</summary>
    private IAsyncEnumerable<StoredEntity<ProfileRecord>> ProfilesOf(AccountId accountId, CancellationToken cancellationToken) =>
        reader.ListAllEntitiesAsync<ProfileRecord>(new EntityQuery(accountId), cancellationToken)
            .Where(profile => profile.Entity.Type != ProfileType.Agency);

    /// <summary>
    /// The days from the last loaded day to the profile's yesterday; from the day on which it was first seen if none is loaded.
    /// </summary>
    private async Task<int> LagOfAsync(
        StoredEntity<ProfileRecord> profile, IReadOnlyList<string> datasets, CancellationToken cancellationToken)
    {
        TimeZoneInfo zone = profile.Entity.TimeZone is { Length: > 0 } id
            && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found)
            ? found
            : TimeZoneInfo.Utc;
        int yesterday = DayAt(zone, timeProvider.GetUtcNow()) - 1;
        int worst = 0;
        foreach (string dataset in datasets)
        {
            IReadOnlyList<PerformanceDay> days = await reader
                .ListDaysAsync(profile.AccountId, profile.ProfileId, dataset, cancellationToken).ConfigureAwait(false);
            int last = days.Count == 0 ? DayAt(zone, profile.FirstSeenAt) - 1 : days.Max(day => day.Date).DayNumber;
            worst = Math.Max(worst, yesterday - last);
        }

        return worst;
    }

    private static int DayAt(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime).DayNumber;
}
