namespace PpcAds.Sdk.Reading;

/// <summary>The least that a row of a table must have; a rate without divisor has less than any.</summary>
/// <param name="Column">The column, which is not the name.</param>
/// <param name="Value">The least value: money in units of the currency, a rate as a fraction.</param>
public readonly record struct PerformanceMinimum(PerformanceColumn Column, decimal Value);
