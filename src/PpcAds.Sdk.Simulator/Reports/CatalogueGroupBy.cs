namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>A grouping with the columns and filters that it adds.</summary>
internal sealed record CatalogueGroupBy(
    IReadOnlySet<string> AdditionalColumns,
    IReadOnlySet<string> Filters,
    IReadOnlyDictionary<string, IReadOnlySet<string>> FilterValues);
