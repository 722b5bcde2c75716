namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Which campaigns to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused.</summary>
public sealed record CampaignFilter : EntityFilter
{
    /// <summary>Up to 1000 campaigns.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Campaigns of up to 100 portfolios.</summary>
    public IReadOnlyList<PortfolioId>? PortfolioIds { get; init; }

    /// <summary>By name.</summary>
    public TextFilter? Name { get; init; }
}
