namespace PpcAds.Sdk.Etl;

/// <summary>Regions as they stand in the tables.</summary>
internal static class RegionText
{
    public static string Of(AmazonAdsRegion region) => region switch
    {
        AmazonAdsRegion.NorthAmerica => "north_america",
        AmazonAdsRegion.Europe => "europe",
        AmazonAdsRegion.FarEast => "far_east",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, null),
    };

    public static AmazonAdsRegion Parse(string text) => text switch
    {
        "north_america" => AmazonAdsRegion.NorthAmerica,
        "europe" => AmazonAdsRegion.Europe,
        "far_east" => AmazonAdsRegion.FarEast,
        _ => throw new FormatException($"The stored region '{text}' is not known."),
    };
}
