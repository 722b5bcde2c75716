namespace PpcAds.Sdk.Simulator;

/// <summary>One row that a daily report holds. Money is in the profile's currency, exact.</summary>
/// <param name="Key">What the row is about; the same for one entity on all days.</param>
/// <param name="Date">The day, in the profile's time zone.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AdGroupId">The ad group, if the report has it.</param>
/// <param name="TargetId">The keyword or target, if the report has it.</param>
/// <param name="Totals">The row's figures; its count of rows is 1.</param>
public sealed record SimulatorTruthRow(string Key, DateOnly Date, long CampaignId, long? AdGroupId, long? TargetId, SimulatorTotals Totals);
