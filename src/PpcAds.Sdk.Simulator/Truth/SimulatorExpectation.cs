namespace PpcAds.Sdk.Simulator;

/// <summary>
/// What a target should have had on a day: without chance, without an end of the budget, before invalid traffic is taken out.
/// </summary>
/// <param name="Date">The day, in the profile's time zone.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AdGroupId">The ad group.</param>
/// <param name="TargetId">The keyword or target.</param>
/// <param name="Impressions">Impressions.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="Orders">Orders within 30 days of a click.</param>
public sealed record SimulatorExpectation(
    DateOnly Date, long CampaignId, long AdGroupId, long TargetId, double Impressions, double Clicks, double Orders);
