using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion.Syncing;

/// <summary>What of an account is synced.</summary>
internal sealed record SyncScope
{
    private SyncScope()
    {
    }

    /// <summary>Its profiles, their entities and the plan of their reports.</summary>
    public static SyncScope All { get; } = new();

    /// <summary>The list of its profiles.</summary>
    public static SyncScope ProfilesOnly { get; } = new() { IsProfilesOnly = true };

    /// <summary>The only profile; <see langword="null"/> for all.</summary>
    public ProfileRecord? Profile { get; private init; }

    public bool IsProfilesOnly { get; private init; }

    /// <summary>The entities of one stored profile, and the plan of its reports.</summary>
    public static SyncScope Of(ProfileRecord profile) => new() { Profile = profile };
}
