namespace PpcAds.Sdk.Reading;

/// <summary>
/// How many entities of one table and ad product of a profile are stored, and how many of them no list has had for long.
/// </summary>
public sealed record EntityPresence
{
    /// <summary>The table, such as <c>ppc_keywords</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The ad product, such as <c>SPONSORED_PRODUCTS</c>; <see langword="null"/> for entities of all.</summary>
    public string? AdProduct { get; init; }

    /// <summary>
    /// Entities that a list or an export once had and that are not archived, seen after
    /// <see cref="PresenceQuery.ForgottenBefore"/>.
    /// </summary>
    public required long Known { get; init; }

    /// <summary>Those of them that were not seen since <see cref="PresenceQuery.UnseenBefore"/>.</summary>
    public required long Unseen { get; init; }
}
