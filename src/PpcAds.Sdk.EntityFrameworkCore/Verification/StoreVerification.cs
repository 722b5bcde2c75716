namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>What was found when a profile and dataset was verified.</summary>
public sealed record StoreVerification
{
    /// <summary>The most examples that are kept of one kind of difference.</summary>
    public const int MostExamples = 20;

    /// <summary>
    /// Gets the profile and dataset, after which another verification can resume; <see langword="null"/> for rows that belong to
    /// none, which come last.
    /// </summary>
    public StorePosition? Position { get; init; }

    /// <summary>Gets the number of rows that were read.</summary>
    public long Rows { get; init; }

    /// <summary>Gets how many differences there are of each kind; kinds without any are absent.</summary>
    public required IReadOnlyDictionary<StoreDifferenceKind, long> Counts { get; init; }

    /// <summary>Gets examples of the differences: at most <see cref="MostExamples"/> of each kind.</summary>
    public required IReadOnlyList<StoreDifference> Differences { get; init; }

    /// <summary>Gets a value that indicates whether nothing differs.</summary>
    public bool IsClean => Counts.Count == 0;
}
