namespace PpcAds.Sdk;

/// <summary>What the filters of lists have in common that can add dates and serving status.</summary>
public abstract record ExtendableFilter : EntityFilter
{
    private protected ExtendableFilter()
    {
    }

    /// <summary>Whether to add dates and serving status. Such a call counts five times toward Amazon's limits.</summary>
    public bool IncludeExtendedData { get; init; }
}
