namespace QuickStart.Loaded;

/// <summary>Sums over a dataset in one currency.</summary>
internal sealed record LoadedSums(string Currency, long Rows, long Impressions, long Clicks, decimal Cost, decimal Sales);
