namespace PpcAds.Sdk.Simulator;

/// <summary>One row that a daily report holds. Money is in the profile's currency, exact.</summary>
/// <param name="Key">What the row is about; the same for one entity on all days.</param>
/// <param name="Date">The day, in the profile's time zone.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AdGroupId">The ad group, if the report has it.</param>
/// <param name="TargetId">The keyword or target, if the report has it.</param>
/// <param name="Totals">The row's figures; its count of rows is 1.</param>
public sealed record SimulatorTruthRow(
    string Key, DateOnly Date, long CampaignId, long? AdGroupId, long? TargetId, SimulatorTotals Totals)
{
    /// <summary>Gets the ad, if the report has it. Ads of Sponsored Brands that were made with version 3 have no id.</summary>
    public long? AdId { get; init; }

    /// <summary>Gets the placement, if the report has it.</summary>
    public string? Placement { get; init; }

    /// <summary>Gets what was searched for, if the report has it.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>
    /// Gets the product that was bought, if the report has it. Purchases of Sponsored Products do not have it here.
    /// </summary>
    public string? PurchasedAsin { get; init; }
}
