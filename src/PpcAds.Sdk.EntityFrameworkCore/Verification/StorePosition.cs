namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A profile and dataset, in the order in which a store is verified and recomputed.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile.</param>
/// <param name="Dataset">The dataset, such as <c>sp.target</c>.</param>
public sealed record StorePosition(AccountId AccountId, ProfileId ProfileId, string Dataset)
{
    /// <summary>Returns a value that indicates whether this position comes after another one.</summary>
    /// <param name="other">The other position; <see langword="null"/> for the beginning.</param>
    internal bool IsAfter(StorePosition? other) => other is null || Compare(this, other) > 0;

    internal static int Compare(StorePosition left, StorePosition right)
    {
        int byAccount = left.AccountId.Value.CompareTo(right.AccountId.Value);
        int byProfile = byAccount != 0 ? byAccount : left.ProfileId.Value.CompareTo(right.ProfileId.Value);
        return byProfile != 0 ? byProfile : string.CompareOrdinal(left.Dataset, right.Dataset);
    }
}
