using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_loads</c>: a load that was committed, so that it is never done twice.</summary>
public class PpcLoad
{
    /// <summary>What the load is remembered by.</summary>
    public string LoadId { get; set; } = "";

    /// <summary>The account.</summary>
    public long AccountId { get; set; }

    /// <summary>When it was committed.</summary>
    public DateTimeOffset LoadedAt { get; set; }

    /// <summary>Whether rows were kept that were to go.</summary>
    public bool IsSuspect { get; set; }

    /// <summary>Rows that came.</summary>
    public long Inserted { get; set; }

    /// <summary>Rows whose values changed.</summary>
    public long Changed { get; set; }

    /// <summary>Rows that were the same already.</summary>
    public long Unchanged { get; set; }

    /// <summary>Rows that went.</summary>
    public long Removed { get; set; }

    /// <summary>Rows that could not be read.</summary>
    public long Rejected { get; set; }

    /// <summary>Rows of days that were not to be touched.</summary>
    public long Ignored { get; set; }

    /// <summary>Rows that were added to another of the same key.</summary>
    public long Duplicates { get; set; }

    /// <summary>Amounts that were rounded.</summary>
    public long RoundedAmounts { get; set; }

    /// <summary>What a suspect report would have removed.</summary>
    public string? RemovalDigest { get; set; }

    /// <summary>Makes the row of a load.</summary>
    /// <param name="id">What it is remembered by.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="loadedAt">When it is committed.</param>
    /// <param name="result">What it did.</param>
    public static PpcLoad Of(LoadId id, AccountId accountId, DateTimeOffset loadedAt, LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new PpcLoad
        {
            LoadId = id.Value,
            AccountId = accountId.Value,
            LoadedAt = loadedAt,
            IsSuspect = result.IsSuspect,
            Inserted = result.Inserted,
            Changed = result.Changed,
            Unchanged = result.Unchanged,
            Removed = result.Removed,
            Rejected = result.Rejected,
            Ignored = result.Ignored,
            Duplicates = result.Duplicates,
            RoundedAmounts = result.RoundedAmounts,
            RemovalDigest = result.RemovalDigest,
        };
    }

    /// <summary>Returns what the load did.</summary>
    public LoadResult ToResult() => new()
    {
        IsSuspect = IsSuspect,
        Inserted = Inserted,
        Changed = Changed,
        Unchanged = Unchanged,
        Removed = Removed,
        Rejected = Rejected,
        Ignored = Ignored,
        Duplicates = Duplicates,
        RoundedAmounts = RoundedAmounts,
        RemovalDigest = RemovalDigest,
    };
}
