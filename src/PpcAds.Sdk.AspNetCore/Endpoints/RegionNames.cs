namespace PpcAds.Sdk.AspNetCore.Endpoints;

/// <summary>Regions as Amazon's documentation abbreviates them.</summary>
internal static class RegionNames
{
    public const string Allowed = "NA, EU, FE";

    public static string Of(AmazonAdsRegion region) => region switch
    {
        AmazonAdsRegion.NorthAmerica => "NA",
        AmazonAdsRegion.Europe => "EU",
        _ => "FE",
    };

    public static bool TryParse(string text, out AmazonAdsRegion region)
    {
        region = text switch
        {
            "NA" => AmazonAdsRegion.NorthAmerica,
            "EU" => AmazonAdsRegion.Europe,
            _ => AmazonAdsRegion.FarEast,
        };
        return text is "NA" or "EU" or "FE";
    }
}
