namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>
/// What the filters of all Sponsored Display lists have in common, and all there is for a list that takes nothing else. Lists
/// that are <see langword="null"/> filter nothing; empty ones are refused.
/// </summary>
public record SponsoredDisplayFilter : ExtendableFilter
{
    /// <summary>Only these campaigns and what is in them; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }
}
