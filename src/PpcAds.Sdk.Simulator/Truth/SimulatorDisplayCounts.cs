namespace PpcAds.Sdk.Simulator;

/// <summary>What a simulated profile holds of Sponsored Display.</summary>
/// <param name="Campaigns">How many campaigns.</param>
/// <param name="AdGroups">How many ad groups.</param>
/// <param name="ProductAds">How many product ads.</param>
/// <param name="Targets">How many targets.</param>
/// <param name="NegativeTargets">How many negative targets.</param>
public sealed record SimulatorDisplayCounts(int Campaigns, int AdGroups, int ProductAds, int Targets, int NegativeTargets);
