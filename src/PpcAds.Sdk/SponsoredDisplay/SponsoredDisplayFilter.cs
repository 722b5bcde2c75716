namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>What the filters of all Sponsored Display lists have in common. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public abstract record SponsoredDisplayFilter : ExtendableFilter
{
    private protected SponsoredDisplayFilter()
    {
    }

    /// <summary>Only these campaigns and what is in them; any number, asked for in several calls if need be.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }
}
