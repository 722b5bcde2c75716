namespace CustomStores;

/// <summary>What counts of a dataset's folder. Replacing this one file is what commits a load.</summary>
internal sealed record Manifest
{
    /// <summary>The number of the newest load; part of the names of the files that it wrote.</summary>
    public long Generation { get; init; }

    /// <summary>The days, by date.</summary>
    public IReadOnlyList<ManifestDay> Days { get; init; } = [];

    /// <summary>The loads that were committed.</summary>
    public IReadOnlyList<ManifestLoad> Loads { get; init; } = [];
}
