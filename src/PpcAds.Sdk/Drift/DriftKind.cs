namespace PpcAds.Sdk.Drift;

/// <summary>How an answer differs from what the SDK knows.</summary>
public enum DriftKind
{
    /// <summary>A member that the SDK does not know; left out.</summary>
    NewMember,

    /// <summary>A member that was always there is not; null.</summary>
    MissingMember,

    /// <summary>A name that the SDK does not know; kept.</summary>
    UnknownValue,

    /// <summary>A value of another JSON type; null.</summary>
    ChangedType,

    /// <summary>An entity without a readable id; not stored.</summary>
    WithoutId,

    /// <summary>A list that ended before as many entities had come as Amazon announced.</summary>
    TooFewEntities,

    /// <summary>Text with U+0000, half a surrogate pair or bytes that are no UTF-8; kept with U+FFFD in their place.</summary>
    UnstorableText,
}
