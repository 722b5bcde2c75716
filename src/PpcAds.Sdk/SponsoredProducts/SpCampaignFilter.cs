namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Which campaigns to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record SpCampaignFilter : ExtendableFilter
{
    /// <summary>Only these campaigns; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Campaigns of these portfolios; any number.</summary>
    public IReadOnlyList<PortfolioId>? PortfolioIds { get; init; }

    /// <summary>By name.</summary>
    public TextFilter? Name { get; init; }
}
