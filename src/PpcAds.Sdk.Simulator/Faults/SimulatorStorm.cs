namespace PpcAds.Sdk.Simulator;

/// <summary>
/// Faults that hit calls by chance, of every kind that a client must get over: throttling with and without a time to wait, server
/// faults, a stale token, broken and cut connections, late answers, answers that are no JSON, reports that fail.
/// </summary>
/// <param name="Share">The share of calls that are hit, 0 to 1.</param>
/// <param name="Seed">What chance follows from: the same calls in the same order meet the same faults.</param>
public sealed record SimulatorStorm(double Share, int Seed = 1);
