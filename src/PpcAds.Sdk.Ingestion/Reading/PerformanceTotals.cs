namespace PpcAds.Sdk.Reading;

/// <summary>The sums of performance records in one currency. Amounts of several currencies are never summed.</summary>
/// <param name="CurrencyCode">The currency (ISO 4217).</param>
/// <param name="Rows">How many records were summed.</param>
/// <param name="Sums">The sums.</param>
public sealed record PerformanceTotals(string CurrencyCode, long Rows, PerformanceSums Sums);
