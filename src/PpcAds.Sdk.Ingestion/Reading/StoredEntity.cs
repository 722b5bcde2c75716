using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>An entity with what the store knows about it.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed record StoredEntity<T>
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>The entity.</summary>
    public required T Entity { get; init; }

    /// <summary>How it is known.</summary>
    public required EntitySource Source { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When a list last had it, to half a day: what did not change is not written at each sync.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When it last changed, its sums included.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Its sums; <see langword="null"/> when its grain is not loaded, and for profiles.</summary>
    public PerformanceSummary? Performance { get; init; }
}
