namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>Which campaigns to list.</summary>
public sealed record SdCampaignFilter : SponsoredDisplayFilter
{
    /// <summary>Only campaigns of these portfolios; any number.</summary>
    public IReadOnlyList<PortfolioId>? PortfolioIds { get; init; }

    /// <summary>Only campaigns with exactly this name.</summary>
    public string? Name { get; init; }
}
