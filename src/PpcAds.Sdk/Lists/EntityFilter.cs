namespace PpcAds.Sdk;

/// <summary>What the filters of all lists have in common.</summary>
public abstract record EntityFilter
{
    private protected EntityFilter()
    {
    }

    /// <summary>
    /// The states to list. Default: enabled, paused and archived; what Amazon takes when none is named differs by list.
    /// </summary>
    public IReadOnlyList<EntityState> States { get; init; } = [EntityState.Enabled, EntityState.Paused, EntityState.Archived];

    /// <summary>
    /// Entities on a page; <see langword="null"/> for <see cref="AmazonAdsClientOptions.PageSize"/>. No list gives more than
    /// 1000, some give fewer.
    /// </summary>
    public int? PageSize { get; init; }
}
