namespace PpcAds.Sdk.Simulator;

/// <summary>
/// What the figures of a profile are drawn from: the values that an estimator, which sees only reports, should come near to.
/// </summary>
/// <param name="EventDays">The event days, one a year, from 2025 to the year after the simulator's.</param>
/// <param name="Campaigns">The campaigns of all ad products.</param>
/// <param name="AdGroups">Their ad groups.</param>
/// <param name="Targets">Their keywords and other targets; negative ones have no figures.</param>
public sealed record SimulatorParameters(
    IReadOnlyList<DateOnly> EventDays,
    IReadOnlyList<SimulatorCampaignParameters> Campaigns,
    IReadOnlyList<SimulatorAdGroupParameters> AdGroups,
    IReadOnlyList<SimulatorTargetParameters> Targets);
