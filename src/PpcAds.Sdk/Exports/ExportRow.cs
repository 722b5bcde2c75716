namespace PpcAds.Sdk.Exports;

/// <summary>A row of an export.</summary>
/// <param name="Row">The row.</param>
/// <param name="Raw">Its JSON, if <see cref="Drift.SchemaDrift.KeepsRaw"/> is set; otherwise <see langword="null"/>.</param>
public readonly record struct ExportRow<T>(T Row, string? Raw);
