namespace PpcAds.Sdk.Exports;

/// <summary>Which campaigns, ad groups or ads to export.</summary>
public sealed record EntityExportRequest : ExportRequest;
