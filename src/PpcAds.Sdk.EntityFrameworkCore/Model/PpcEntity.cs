using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>What all stored entities have in common. They are never deleted: that a list lacks one proves nothing.</summary>
public abstract class PpcEntity
{
    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>The profile.</summary>
    public long ProfileId { get; set; }

    /// <summary>How it is known.</summary>
    public EntitySource Source { get; set; }

    /// <summary>The entity as Amazon sent it, as JSON; null unless that is kept.</summary>
    public string? RawJson { get; set; }

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>When a list last had it, to half a day: what did not change is not written at each sync.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it last changed, its sums included.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
