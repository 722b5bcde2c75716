namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>The settings of the simulator's process.</summary>
internal sealed record SimulatorSettings(int Profiles, int Campaigns, int Seed);
