namespace PpcAds.Sdk.CatalogueGenerator;

/// <summary>A column with the name of its <c>ReportColumnKind</c>.</summary>
internal sealed record ColumnSource(string Name, string Kind, bool IsDocumented);
