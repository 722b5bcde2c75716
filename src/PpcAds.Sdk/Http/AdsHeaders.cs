namespace PpcAds.Sdk.Http;

/// <summary>Header names of the Amazon Ads API.</summary>
internal static class AdsHeaders
{
    public const string ClientId = "Amazon-Advertising-API-ClientId";

    public const string Scope = "Amazon-Advertising-API-Scope";

    public static string UserAgent { get; } =
        $"PpcAds.Sdk/{typeof(AdsHeaders).Assembly.GetName().Version?.ToString(3)}";
}
