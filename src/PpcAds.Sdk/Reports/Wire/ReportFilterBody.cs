namespace PpcAds.Sdk.Reports.Wire;

internal sealed record ReportFilterBody(string? Field, IReadOnlyList<string?>? Values);
