namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// Which campaigns to list. Lists that are <see langword="null"/> filter nothing; empty ones are refused. A page holds at most
/// 100.
/// </summary>
public sealed record SbCampaignFilter : ExtendableFilter
{
    /// <summary>Only these campaigns; any number, requested in several calls if necessary.</summary>
    public IReadOnlyList<CampaignId>? CampaignIds { get; init; }

    /// <summary>Campaigns of these portfolios; any number.</summary>
    public IReadOnlyList<PortfolioId>? PortfolioIds { get; init; }

    /// <summary>Campaigns with these goals.</summary>
    public IReadOnlyList<CampaignGoal>? Goals { get; init; }

    /// <summary>By name.</summary>
    public TextFilter? Name { get; init; }
}
