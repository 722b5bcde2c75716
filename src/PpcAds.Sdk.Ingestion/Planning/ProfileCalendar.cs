using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>Days as a profile counts them. An unknown time zone is told, never taken for UTC.</summary>
internal static class ProfileCalendar
{
    /// <exception cref="PpcAdsValidationException">The profile's zone is missing or not known to this machine.</exception>
    public static TimeZoneInfo GetZone(ProfileRecord profile) =>
        profile.TimeZone is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone)
            ? zone
            : throw new PpcAdsValidationException("The profile", [
                new InputProblem(
                    "timezone",
                    profile.TimeZone,
                    "is not known to this machine, so that its days cannot be told; nothing is asked for rather than the wrong days. Update the time zone data."),
            ]);

    public static DateOnly DateAt(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
