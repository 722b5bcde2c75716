namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>A row of <c>performance_days</c>.</summary>
internal sealed record StoredDay(string Dataset, string Date, string State, long Rows, long Impressions, long Clicks, long CostMicros);
