namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>What the filters of all lists have in common.</summary>
public abstract record EntityFilter
{
    private protected EntityFilter()
    {
    }

    /// <summary>The states to list. Default: enabled, paused and archived; Amazon does not say what it takes when none is named.</summary>
    public IReadOnlyList<EntityState> States { get; init; } = [EntityState.Enabled, EntityState.Paused, EntityState.Archived];

    /// <summary>Whether to add dates and serving status. Such a call counts five times toward Amazon's limits.</summary>
    public bool IncludeExtendedData { get; init; }

    /// <summary>Entities on a page, 1 to 1000; <see langword="null"/> for <see cref="AmazonAdsClientOptions.PageSize"/>.</summary>
    public int? PageSize { get; init; }
}
