namespace PpcAds.Sdk.Exports;

/// <summary>A row of an export.</summary>
/// <param name="Row">The row.</param>
/// <param name="Raw">Its JSON, where it is kept.</param>
internal readonly record struct ExportRow<T>(T Row, string? Raw);
