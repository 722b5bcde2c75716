namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>A filter with its listed values; none when any goes.</summary>
internal sealed record FilterSource(string Field, IReadOnlyList<string> Values);
