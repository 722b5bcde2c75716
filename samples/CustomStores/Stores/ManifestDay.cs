using PpcAds.Sdk.Reading;

namespace CustomStores;

/// <summary>A day of the ledger with the file of its rows.</summary>
/// <param name="Day">The day.</param>
/// <param name="File">The name of the file; <see langword="null"/> for a day without rows.</param>
internal sealed record ManifestDay(PerformanceDay Day, string? File);
