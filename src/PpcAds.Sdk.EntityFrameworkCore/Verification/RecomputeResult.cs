namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>What <see cref="PpcAdsDatabase.RecomputeAsync"/> wrote.</summary>
public sealed record RecomputeResult
{
    /// <summary>Gets how much of each kind was healed: days, changes, entities or rows; kinds without any are absent.</summary>
    public required IReadOnlyDictionary<StoreDifferenceKind, long> Healed { get; init; }

    /// <summary>Gets the sum of <see cref="Healed"/>: 0 when all was right.</summary>
    public long Total => Healed.Values.Sum();

    /// <summary>Gets the number of entities whose sums were written.</summary>
    public long Entities => Healed.GetValueOrDefault(StoreDifferenceKind.EntitySums)
        + Healed.GetValueOrDefault(StoreDifferenceKind.EntityMissing);
}
