namespace PpcAds.Sdk.Benchmarks.Syncing;

/// <summary>What the simulator's process is told.</summary>
internal sealed record SimulatorSettings(int Profiles, int Campaigns, int Seed);
