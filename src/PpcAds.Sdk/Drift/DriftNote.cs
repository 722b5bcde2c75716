namespace PpcAds.Sdk.Drift;

/// <summary>One difference, wherever it was met.</summary>
/// <param name="Source">The operation or dataset.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Path">The member, with <c>[]</c> for the elements of a list; of an unknown name also the name.</param>
public readonly record struct DriftNote(string Source, DriftKind Kind, string Path)
{
    /// <summary>The reason of its issue.</summary>
    public string Reason => Kind == DriftKind.TooFewEntities ? "list incomplete" : "schema drift";

    /// <summary>The note as a sentence.</summary>
    public override string ToString() => Kind switch
    {
        DriftKind.NewMember => $"{Path} is new; it is left out.",
        DriftKind.MissingMember => $"{Path} is missing; null is kept in its place.",
        DriftKind.UnknownValue => $"{Path} is not a name that this release knows; it is kept.",
        DriftKind.ChangedType => $"{Path} has another JSON type than documented; null is kept in its place.",
        DriftKind.TooFewEntities => $"{Path} entities (totalResults) came; what came is stored.",
        DriftKind.UnstorableText =>
            $"{Path} has text with characters that no database holds; it is kept with U+FFFD in their place.",
        _ => $"{(Path == "$" ? "an item" : Path)} has no readable id; it is not stored.",
    };
}
