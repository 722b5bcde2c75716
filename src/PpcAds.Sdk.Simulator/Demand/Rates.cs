using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>
/// Click and conversion rates, and how far they spread: around the ad product's for campaigns, around the campaign's for ad
/// groups, around the ad group's for targets. docs/simulator.md has the sources.
/// </summary>
internal static class Rates
{
    public const double CampaignClickDeviation = 0.35;
    public const double AdGroupClickDeviation = 0.2;
    public const double TargetClickDeviation = 0.5;
    public const double CampaignConversionDeviation = 0.3;
    public const double AdGroupConversionDeviation = 0.2;
    public const double TargetConversionDeviation = 0.45;

    /// <summary>No target converts better, nor is clicked more often.</summary>
    public const double Highest = 0.5;

    /// <summary>A few targets make most of the traffic: log-normal.</summary>
    public const double WeightDeviation = 1.5;

    private const double MeanWeight = 0.27;
    private const double LargestWeight = 6;

    public static double ClickRateOf(SimulatedCampaign campaign) =>
        campaign.Brand is not null ? 0.004 : campaign.Display is not null ? 0.0025 : 0.0045;

    public static double ConversionRateOf(SimulatedCampaign campaign) =>
        campaign.Brand is not null ? 0.08 : campaign.Display is not null ? 0.06 : 0.1;

    /// <summary>The longer one looks around before the click, the longer after it.</summary>
    public static double DelayFactorOf(SimulatedCampaign campaign) =>
        campaign.Brand is not null ? 1.3 : campaign.Display is not null ? 1.7 : 1;

    public static double WeightOf(Dice dice) => Math.Min(LargestWeight, MeanWeight * dice.Spread(WeightDeviation));

    /// <summary>The nearer a target is to what was searched for, the more often it is clicked and bought.</summary>
    public static (double Click, double Conversion) FactorsOf(SimulatedTarget target) => target.MatchType switch
    {
        "EXACT" => (1.5, 1.25),
        "PHRASE" => (1.1, 1),
        "BROAD" => (0.8, 0.8),
        "THEME" => (1, 1.1),
        "TARGETING_EXPRESSION_PREDEFINED" => target.Text switch
        {
            "close-match" => (1.1, 1),
            "loose-match" => (0.7, 0.7),
            "substitutes" => (0.6, 0.9),
            _ => (0.5, 0.6),
        },
        _ => (0.8, 0.9),
    };
}
