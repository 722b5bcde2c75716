using System.ComponentModel;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>An account with its profiles and its newest run.</summary>
/// <param name="Account">The account.</param>
/// <param name="Profiles">Its profiles.</param>
/// <param name="OpenRun">The run of it that is not over.</param>
/// <param name="LastRun">Its newest run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AccountState(
    Account Account, IReadOnlyList<ProfileState> Profiles, QueuedRun? OpenRun, QueuedRun? LastRun)
{
    /// <summary>Gets the day up to which all its profiles are complete; <see langword="null"/> if one has no figures.</summary>
    public DateOnly? CompleteThrough => Profiles.Count > 0 && Profiles.All(profile => profile.NewestDay is not null)
        ? Profiles.Min(profile => profile.NewestDay)
        : null;

    /// <summary>Gets whether it waits for its first consent, rather than for another one.</summary>
    public bool WasNeverConnected => Account.Status == AccountStatus.NeedsConsent && Profiles.Count == 0;

    /// <summary>Gets whether a profile of it is behind.</summary>
    public bool IsBehind => Profiles.Any(profile => profile.IsBehind);
}
