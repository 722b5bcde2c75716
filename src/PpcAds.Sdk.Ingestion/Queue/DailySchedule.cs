using System.Globalization;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>
/// Requests one sync a day of each profile, at an hour of the profile's own day. Each request has an idempotency key in the
/// store, so several processes, and restarts, request only one.
/// </summary>
internal sealed class DailySchedule(
    IAccountStore accounts, IIngestionReader reader, IngestionRuns runs, IngestionOptions options, TimeProvider timeProvider)
{
    /// <summary>A day has passed, nearly: profiles that were connected since are to be found.</summary>
    private static readonly TimeSpan ListAgain = TimeSpan.FromHours(20);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private long? _lastLook;

    public async Task EnqueueDueAsync(CancellationToken cancellationToken)
    {
        if (options.DailySyncHour is not { } hour || (_lastLook is { } last && timeProvider.GetElapsedTime(last) < LookAgain))
        {
            return;
        }

        _lastLook = timeProvider.GetTimestamp();
        foreach (Account account in await accounts.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (account.Status == AccountStatus.Active)
            {
                await EnqueueDueAsync(account.AccountId, hour, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task EnqueueDueAsync(AccountId account, int hour, CancellationToken cancellationToken)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        IReadOnlyList<StoredEntity<ProfileRecord>> profiles = await reader.ReadProfilesAsync(
            account, cancellationToken).ConfigureAwait(false);
        if (profiles.Count == 0 || profiles.Max(profile => profile.LastSeenAt) < now - ListAgain)
        {
            // The whole account, which lists its profiles first; what is not due in them costs no report.
            string slot = string.Create(
                CultureInfo.InvariantCulture, $"account/{account}/{DateOnly.FromDateTime(now.UtcDateTime):O}");
            await runs.RequestAsync(new RunRequest { AccountId = account, Slot = slot }, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (ProfileRecord profile in profiles.Select(stored => stored.Entity)
            .Where(profile => profile.Type != ProfileType.Agency))
        {
            if (SlotOf(profile, hour, options.DailySyncJitter, now) is { } day)
            {
                string slot = string.Create(CultureInfo.InvariantCulture, $"daily/{account}/{profile.ProfileId}/{day:O}");
                await runs.RequestAsync(
                    new RunRequest { AccountId = account, ProfileId = profile.ProfileId, Slot = slot },
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// The profile's day whose sync has come due, or null when today's is still to come, or the zone is not known.
    /// </summary>
    internal static DateOnly? SlotOf(ProfileRecord profile, int hour, TimeSpan jitter, DateTimeOffset now)
    {
        if (profile.TimeZone is not { Length: > 0 } id || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone))
        {
            return null;
        }

        // The same for a profile each day: its syncs are a day apart, and a thousand profiles of one zone are spread over time.
        double share = (ulong)profile.ProfileId.Value * 0x9E3779B97F4A7C15 / (double)ulong.MaxValue;
        DateTime local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        return local.TimeOfDay >= TimeSpan.FromHours(hour) + (jitter * share) ? DateOnly.FromDateTime(local) : null;
    }
}
