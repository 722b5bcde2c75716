using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Days as a profile counts them. An unknown time zone is told, never taken for UTC.</summary>
internal static class ProfileCalendar
{
    /// <returns>The zone, or <see langword="null"/> when the profile's is missing or not known to this machine.</returns>
    public static TimeZoneInfo? FindZone(ProfileRecord profile) =>
        profile.TimeZone is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : null;

    public static DateOnly DateAt(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
