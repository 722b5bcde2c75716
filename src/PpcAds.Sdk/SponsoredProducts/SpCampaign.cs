namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>
/// A Sponsored Products campaign. Amounts are in the profile's currency, days in its time zone. What Amazon's schema requires
/// is required here: an answer without it is refused rather than filled with a guess.
/// </summary>
public sealed record SpCampaign
{
    /// <summary>The id.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>Automatic or manual.</summary>
    public required TargetingType TargetingType { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive; <see langword="null"/> for none.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The budget.</summary>
    public required CampaignBudget Budget { get; init; }

    /// <summary>How bids are moved.</summary>
    public DynamicBidding? DynamicBidding { get; init; }

    /// <summary>The portfolio that the campaign is in, if any.</summary>
    public PortfolioId? PortfolioId { get; init; }

    /// <summary>The advertiser's tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The one site the campaign is limited to, such as <c>AMAZON_BUSINESS</c>.</summary>
    public IReadOnlyList<string>? SiteRestrictions { get; init; }

    /// <summary>Settings for places outside Amazon.</summary>
    public OffAmazonSettings? OffAmazonSettings { get; init; }

    /// <summary>Amazon does not say what this means.</summary>
    public bool? AutoManageCampaign { get; init; }

    /// <summary>The id that a campaign of several countries has in common.</summary>
    public string? GlobalCampaignId { get; init; }

    /// <summary>How such a campaign splits its budget.</summary>
    public MarketplaceBudgetAllocation? MarketplaceBudgetAllocation { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SpExtendedData? ExtendedData { get; init; }
}
