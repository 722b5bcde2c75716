namespace PpcAds.Sdk.Simulator;

/// <summary>What the figures of a keyword or another target are drawn from.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="AdGroupId">The ad group.</param>
/// <param name="TargetId">The keyword or target.</param>
/// <param name="MatchType">Such as EXACT or TARGETING_EXPRESSION.</param>
/// <param name="ImpressionsPerDay">The impressions of a day on which all factors are 1.</param>
/// <param name="ClickRate">Clicks for each impression.</param>
/// <param name="ConversionRate">Orders within 30 days for each valid click, on a day on which all factors are 1.</param>
public sealed record SimulatorTargetParameters(
    long CampaignId,
    long AdGroupId,
    long TargetId,
    string MatchType,
    double ImpressionsPerDay,
    double ClickRate,
    double ConversionRate);
