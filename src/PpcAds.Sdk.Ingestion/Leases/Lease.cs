namespace PpcAds.Sdk.Leases;

/// <summary>A lease that was taken.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Epoch">Grows each time the name's lease is taken: a process that holds an older one has lost it.</param>
public sealed record Lease(string Name, long Epoch);
