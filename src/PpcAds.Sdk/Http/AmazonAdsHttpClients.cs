namespace PpcAds.Sdk;

/// <summary>
/// The names of the HTTP clients that <c>AddPpcAds</c> registers, so that a host can add its own handlers:
/// <c>services.AddHttpClient(AmazonAdsHttpClients.Api).AddHttpMessageHandler(...)</c>.
/// </summary>
public static class AmazonAdsHttpClients
{
    /// <summary>The client of requests to the Ads API and to Login with Amazon.</summary>
    public const string Api = "PpcAds.Sdk";

    /// <summary>The client of downloads from presigned links. No credentials are sent with them.</summary>
    public const string Downloads = "PpcAds.Sdk.Downloads";
}
