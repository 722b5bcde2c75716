namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>A grouping with the columns and filters that it adds.</summary>
internal sealed record GroupBySource(string Name, IReadOnlyList<string> AdditionalColumns, IReadOnlyList<FilterSource> Filters);
