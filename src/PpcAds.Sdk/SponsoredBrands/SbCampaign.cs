namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>
/// A Sponsored Brands campaign. Amounts are in the profile's currency, days in its time zone. What Amazon requires is required
/// here: an answer without it is refused rather than filled with a guess.
/// </summary>
public sealed record SbCampaign
{
    /// <summary>The id.</summary>
    public required CampaignId CampaignId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Enabled, paused or archived.</summary>
    public required EntityState State { get; init; }

    /// <summary>The budget, for the period that <see cref="BudgetType"/> says.</summary>
    public required decimal? Budget { get; init; }

    /// <summary>The period of the budget.</summary>
    public required BudgetType BudgetType { get; init; }

    /// <summary>The budget in force when a budget rule applies.</summary>
    public RuleBasedBudget? RuleBasedBudget { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive; <see langword="null"/> for none.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>
    /// What is paid for. Campaigns that pay for views have sales after views in their headline figures. Authors pay for clicks
    /// only.
    /// </summary>
    public CostType? CostType { get; init; }

    /// <summary>What the campaign is to achieve. Always <c>PAGE_VISIT</c> for authors.</summary>
    public CampaignGoal? Goal { get; init; }

    /// <summary>What Amazon optimises for, such as <c>CLICKS</c>; follows from the goal.</summary>
    public string? Kpi { get; init; }

    /// <summary>How bids are moved.</summary>
    public Bidding? Bidding { get; init; }

    /// <summary>The portfolio that the campaign is in, if any.</summary>
    public PortfolioId? PortfolioId { get; init; }

    /// <summary>The brand that is advertised.</summary>
    public string? BrandEntityId { get; init; }

    /// <summary>What Amazon sets up by itself: <c>TARGETING</c>, or <c>MANUAL</c> for nothing.</summary>
    public IReadOnlyList<string>? SmartDefault { get; init; }

    /// <summary>
    /// Whether the campaign may have several ad groups. Amazon Ads: reports may lack campaigns that may not, made by an older
    /// API.
    /// </summary>
    public bool? IsMultiAdGroupsEnabled { get; init; }

    /// <summary>Where the products are sold, such as <c>SOLD_ON_AMAZON</c>.</summary>
    public string? ProductLocation { get; init; }

    /// <summary>The one site the campaign is limited to, such as <c>AMAZON_BUSINESS</c>.</summary>
    public IReadOnlyList<string>? SiteRestrictions { get; init; }

    /// <summary>The advertiser's tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The deal that a campaign with a fixed price belongs to.</summary>
    public string? TargetedPGDealId { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public SbExtendedData? ExtendedData { get; init; }
}
