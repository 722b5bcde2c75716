namespace PpcAds.Sdk.Etl;

/// <summary>What a load did.</summary>
public sealed record LoadResult
{
    /// <summary>Whether rows that were to be removed were kept, since too many would have been removed by one load.</summary>
    public bool IsSuspect { get; init; }

    /// <summary>Rows that came.</summary>
    public long Inserted { get; init; }

    /// <summary>Rows whose values changed.</summary>
    public long Changed { get; init; }

    /// <summary>Rows that were the same already.</summary>
    public long Unchanged { get; init; }

    /// <summary>Rows that went, because the report no longer has them.</summary>
    public long Removed { get; init; }

    /// <summary>Rows of the file that could not be read.</summary>
    public long Rejected { get; init; }

    /// <summary>Rows of days that the report was not to touch.</summary>
    public long Ignored { get; init; }

    /// <summary>Rows that had the key of another row of the file and were added to it.</summary>
    public long Duplicates { get; init; }

    /// <summary>Amounts with more than six decimals, rounded half to even.</summary>
    public long RoundedAmounts { get; init; }

    /// <summary>
    /// What stands for the set of rows that a suspect report would have removed; see <see cref="LoadScope.ConfirmedRemoval"/>.
    /// </summary>
    public string? RemovalDigest { get; init; }

    /// <summary>Rows of the file that were compared with what was stored.</summary>
    public long Loaded => Inserted + Changed + Unchanged;

    /// <summary>The sums of two results.</summary>
    public static LoadResult operator +(LoadResult left, LoadResult right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new LoadResult
        {
            IsSuspect = left.IsSuspect || right.IsSuspect,
            Inserted = left.Inserted + right.Inserted,
            Changed = left.Changed + right.Changed,
            Unchanged = left.Unchanged + right.Unchanged,
            Removed = left.Removed + right.Removed,
            Rejected = left.Rejected + right.Rejected,
            Ignored = left.Ignored + right.Ignored,
            Duplicates = left.Duplicates + right.Duplicates,
            RoundedAmounts = left.RoundedAmounts + right.RoundedAmounts,
        };
    }

    /// <summary>The sums of two results.</summary>
    public static LoadResult Add(LoadResult left, LoadResult right) => left + right;
}
