namespace PpcAds.Sdk.Simulator;

/// <summary>What became of a report's rows between two instants.</summary>
/// <param name="Added">Rows that came.</param>
/// <param name="Restated">Rows whose figures changed.</param>
/// <param name="Vanished">Rows that went.</param>
/// <param name="Unchanged">Rows that stayed as they were.</param>
public sealed record SimulatorChanges(int Added, int Restated, int Vanished, int Unchanged);
