namespace PpcAds.Sdk.Simulator;

/// <summary>What a simulated profile holds of Sponsored Brands.</summary>
/// <param name="Campaigns">How many campaigns.</param>
/// <param name="AdGroups">How many ad groups.</param>
/// <param name="Ads">How many ads, those made with version 3 of the API included.</param>
/// <param name="Keywords">How many keywords.</param>
/// <param name="Targets">How many product targets.</param>
/// <param name="Themes">How many themes.</param>
/// <param name="NegativeKeywords">How many negative keywords.</param>
/// <param name="NegativeTargets">How many negative targets.</param>
public sealed record SimulatorBrandCounts(
    int Campaigns, int AdGroups, int Ads, int Keywords, int Targets, int Themes, int NegativeKeywords, int NegativeTargets);
