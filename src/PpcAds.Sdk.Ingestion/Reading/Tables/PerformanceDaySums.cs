namespace PpcAds.Sdk.Reading;

/// <summary>The sums of a day that is loaded; one without activity is there and has zeros.</summary>
/// <param name="Date">The day.</param>
/// <param name="Sums">The sums.</param>
/// <param name="Loaded">How many of the profiles and datasets have loaded the day.</param>
/// <param name="Expected">How many of them there are: sums are too low when fewer have loaded the day.</param>
public sealed record PerformanceDaySums(DateOnly Date, PerformanceSums Sums, int Loaded, int Expected);
