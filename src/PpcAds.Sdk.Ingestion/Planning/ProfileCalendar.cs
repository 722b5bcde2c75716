using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>Days as a profile counts them. An unknown time zone is reported, never replaced by UTC.</summary>
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
                    "is not known to this machine, so its days are unknown and nothing is requested. Update the time zone data."),
            ]);

    public static DateOnly DateAt(TimeZoneInfo zone, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
