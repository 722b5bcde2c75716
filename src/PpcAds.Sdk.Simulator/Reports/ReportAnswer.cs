using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>An answer of the reporting operations.</summary>
internal sealed record ReportAnswer(int Status, JsonObject Body);
