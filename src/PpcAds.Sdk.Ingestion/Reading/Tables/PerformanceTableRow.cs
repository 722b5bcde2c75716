namespace PpcAds.Sdk.Reading;

/// <summary>A row of a table of performance: what it is about, and its sums.</summary>
public sealed record PerformanceTableRow
{
    /// <summary>Gets what the row is about.</summary>
    public required PerformanceRowId Id { get; init; }

    /// <summary>
    /// Gets the name: of the campaign or ad group, the keyword or targeting expression, the search term, the placement, the ASIN.
    /// <see langword="null"/> for what only a report named.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Gets the name of the profile.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Gets the country of the profile.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Gets the campaign.</summary>
    public CampaignId? CampaignId { get; init; }

    /// <summary>Gets the name of the campaign.</summary>
    public string? CampaignName { get; init; }

    /// <summary>Gets the ad group.</summary>
    public AdGroupId? AdGroupId { get; init; }

    /// <summary>Gets the name of the ad group.</summary>
    public string? AdGroupName { get; init; }

    /// <summary>Gets the keyword or other target.</summary>
    public long? TargetId { get; init; }

    /// <summary>
    /// Gets <c>keyword</c>, <c>product</c>, <c>auto</c>, <c>theme</c>, <c>audience</c> or <c>unallocated</c>.
    /// </summary>
    public string? TargetKind { get; init; }

    /// <summary>Gets the keyword or targeting expression.</summary>
    public string? TargetText { get; init; }

    /// <summary>Gets the match type as Amazon writes it.</summary>
    public string? MatchType { get; init; }

    /// <summary>Gets the ad.</summary>
    public long? AdId { get; init; }

    /// <summary>Gets the seller's SKU of an advertised product.</summary>
    public string? AdvertisedSku { get; init; }

    /// <summary>
    /// Gets the state as Amazon writes it: of the campaign, ad group, keyword or target; else of the campaign.
    /// </summary>
    public string? State { get; init; }

    /// <summary>Gets the budget of a campaign, as it is today.</summary>
    public decimal? Budget { get; init; }

    /// <summary>Gets the period of the budget as Amazon writes it.</summary>
    public string? BudgetType { get; init; }

    /// <summary>Gets the bid of a keyword or target, or the default bid of an ad group, as it is today.</summary>
    public decimal? Bid { get; init; }

    /// <summary>Gets the sums of the period.</summary>
    public required PerformanceSums Sums { get; init; }

    /// <summary>
    /// Gets the sums of <see cref="PerformanceTableQuery.Previous"/>; <see langword="null"/> if none were requested.
    /// </summary>
    public PerformanceSums? Previous { get; init; }

    /// <summary>
    /// Gets how many days of the period are loaded. Sums are too low when it is less than the period has; with 0 they say
    /// nothing.
    /// </summary>
    public int DaysLoaded { get; init; }
}
