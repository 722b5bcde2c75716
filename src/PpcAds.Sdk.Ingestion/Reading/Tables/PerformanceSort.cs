namespace PpcAds.Sdk.Reading;

/// <summary>
/// The order of a table. Rows whose rate has no divisor come last in both directions; equal rows are in the order of their ids.
/// </summary>
/// <param name="Column">
/// The column. Names are compared byte by byte (UTF-8), with upper-case letters of ASCII taken as lower-case ones.
/// </param>
/// <param name="IsDescending">Whether the largest value comes first.</param>
public readonly record struct PerformanceSort(PerformanceColumn Column, bool IsDescending);
