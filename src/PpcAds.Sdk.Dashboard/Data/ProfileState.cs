using System.ComponentModel;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>A profile, and how far its figures reach.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="NewestDay">
/// The newest day that is complete in each dataset of campaigns that was ever loaded; <see langword="null"/> if none was.
/// </param>
/// <param name="Yesterday">The newest day that can be complete, in the profile's time zone.</param>
/// <param name="LoadedAt">When something of it was last loaded.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ProfileState(ProfileRecord Profile, DateOnly? NewestDay, DateOnly Yesterday, DateTimeOffset? LoadedAt)
{
    /// <summary>From here on a profile counts as behind: the day before is loaded in the course of the next.</summary>
    public const int LateAfterDays = 2;

    /// <summary>Gets how many days are missing.</summary>
    public int DaysBehind => NewestDay is { } newest ? Math.Max(0, Yesterday.DayNumber - newest.DayNumber) : 0;

    /// <summary>Gets whether it is behind.</summary>
    public bool IsBehind => DaysBehind >= LateAfterDays;

    /// <summary>Gets the country in words.</summary>
    public string Country => CountryNames.Of(Profile.CountryCode) ?? Profile.ProfileId.ToString();
}
