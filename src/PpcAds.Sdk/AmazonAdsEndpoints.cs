namespace PpcAds.Sdk;

/// <summary>The hosts that are talked to. The defaults are Amazon's; tests put a simulator in their place.</summary>
public sealed class AmazonAdsEndpoints
{
    /// <summary>The API host for North America.</summary>
    public Uri NorthAmerica { get; set; } = new("https://advertising-api.amazon.com");

    /// <summary>The API host for Europe.</summary>
    public Uri Europe { get; set; } = new("https://advertising-api-eu.amazon.com");

    /// <summary>The API host for the Far East.</summary>
    public Uri FarEast { get; set; } = new("https://advertising-api-fe.amazon.com");

    /// <summary>Login with Amazon's token endpoint. Tokens from any of its hosts work in every region, so one is enough.</summary>
    public Uri Token { get; set; } = new("https://api.amazon.com/auth/o2/token");

    /// <summary>The API host of one region.</summary>
    public Uri this[AmazonAdsRegion region] => region switch
    {
        AmazonAdsRegion.NorthAmerica => NorthAmerica,
        AmazonAdsRegion.Europe => Europe,
        AmazonAdsRegion.FarEast => FarEast,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Allowed: NorthAmerica, Europe, FarEast."),
    };
}
