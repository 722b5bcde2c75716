namespace PpcAds.Sdk.Ingestion.Planning;

/// <summary>What one profile needs.</summary>
/// <param name="Reports">The reports to request.</param>
/// <param name="Resting">The datasets that Amazon refuses, of which nothing is requested now.</param>
internal sealed record ReportPlan(IReadOnlyList<PlannedReport> Reports, IReadOnlyList<DatasetRefusal> Resting);
