namespace PpcAds.Sdk.Simulator;

/// <summary>A token bucket for each region and class of operations (lists, report creation, report status).</summary>
/// <param name="CallsPerSecond">The rate at which permits come back.</param>
/// <param name="Burst">How many calls may come at the same time.</param>
/// <param name="SendsRetryAfter">Whether a refusal says how many seconds to wait; Amazon does not always.</param>
public sealed record SimulatorThrottle(double CallsPerSecond, int Burst, bool SendsRetryAfter = true);
