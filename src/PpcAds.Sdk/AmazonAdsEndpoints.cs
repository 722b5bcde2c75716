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

    /// <summary>
    /// Login with Amazon's token endpoint. Tokens from any of its hosts work in every region, so one is enough.
    /// </summary>
    public Uri Token { get; set; } = new("https://api.amazon.com/auth/o2/token");

    /// <summary>
    /// The page on which an advertiser in North America consents (Amazon Ads API, "Create an authorization grant").
    /// </summary>
    public Uri NorthAmericaConsent { get; set; } = new("https://www.amazon.com/ap/oa");

    /// <summary>The page on which an advertiser in Europe consents.</summary>
    public Uri EuropeConsent { get; set; } = new("https://eu.account.amazon.com/ap/oa");

    /// <summary>The page on which an advertiser in the Far East consents.</summary>
    public Uri FarEastConsent { get; set; } = new("https://apac.account.amazon.com/ap/oa");

    /// <summary>The page on which advertisers of a region consent. A grant made on any of them works in all regions.</summary>
    public Uri GetConsent(AmazonAdsRegion region) => region switch
    {
        AmazonAdsRegion.NorthAmerica => NorthAmericaConsent,
        AmazonAdsRegion.Europe => EuropeConsent,
        AmazonAdsRegion.FarEast => FarEastConsent,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Allowed: NorthAmerica, Europe, FarEast."),
    };

    /// <summary>The API host of one region.</summary>
    public Uri this[AmazonAdsRegion region] => region switch
    {
        AmazonAdsRegion.NorthAmerica => NorthAmerica,
        AmazonAdsRegion.Europe => Europe,
        AmazonAdsRegion.FarEast => FarEast,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "Allowed: NorthAmerica, Europe, FarEast."),
    };
}
