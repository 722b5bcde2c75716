using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>Figures minus figures.</summary>
internal static class SumsExtensions
{
    public static PerformanceSums Minus(this PerformanceSums sums, PerformanceSums other) => new(
        sums.Impressions - other.Impressions,
        sums.Clicks - other.Clicks,
        sums.Cost - other.Cost,
        sums.Sales - other.Sales,
        sums.Orders - other.Orders,
        sums.Units - other.Units);
}
