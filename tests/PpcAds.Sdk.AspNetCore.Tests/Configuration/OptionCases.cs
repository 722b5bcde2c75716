using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Tests.Configuration;

/// <summary>For each option a value in JSON that is not the default one, and what it stands for.</summary>
internal static class OptionCases
{
    /// <summary>A file in a folder that exists; nothing is learned, so that nothing is written.</summary>
    private static readonly string RateFile = Path.Combine(AppContext.BaseDirectory, "rates.json");

    /// <summary>By section and path.</summary>
    public static IReadOnlyDictionary<string, (string Json, object Expected)> All { get; } =
        new[] { Endpoints(), Client(), Throttling(), Ingestion(), Application(), AspNetCore() }.SelectMany(cases => cases)
        .ToDictionary(one => one.Option, one => (one.Json, one.Expected), StringComparer.Ordinal);

    private static IEnumerable<(string Option, string Json, object Expected)> Endpoints()
    {
        string[] names = ["NorthAmerica", "Europe", "FarEast", "Token", "NorthAmericaConsent", "EuropeConsent", "FarEastConsent"];
        return names.Select(name =>
            ($"PpcAds:Client.Endpoints.{name}", "\"https://example.com/x\"", (object)new Uri("https://example.com/x")));
    }

    private static IEnumerable<(string Option, string Json, object Expected)> Client()
    {
        yield return ("PpcAds:Client.Regions", "[\"Europe\"]", new[] { AmazonAdsRegion.Europe });
        yield return ("PpcAds:Client.AttemptTimeout", "\"00:00:31\"", TimeSpan.FromSeconds(31));
        yield return ("PpcAds:Client.TotalTimeout", "\"00:07:00\"", TimeSpan.FromMinutes(7));
        yield return ("PpcAds:Client.MaxAttempts", "3", 3);
        yield return ("PpcAds:Client.RetryBaseDelay", "\"00:00:01.5\"", TimeSpan.FromSeconds(1.5));
        yield return ("PpcAds:Client.RetryMaxDelay", "\"00:00:40\"", TimeSpan.FromSeconds(40));
        yield return ("PpcAds:Client.MaxConcurrentCallsPerAccount", "5", 5);
        yield return ("PpcAds:Client.RefreshTokenAhead", "\"00:10:00\"", TimeSpan.FromMinutes(10));
        yield return ("PpcAds:Client.PageSize", "250", 250);
        yield return ("PpcAds:Client.ReportPollMinDelay", "\"00:00:09\"", TimeSpan.FromSeconds(9));
        yield return ("PpcAds:Client.ReportPollMaxDelay", "\"00:05:00\"", TimeSpan.FromMinutes(5));
        yield return ("PpcAds:Client.ReportTimeout", "\"06:00:00\"", TimeSpan.FromHours(6));
        yield return ("PpcAds:Client.ExportTimeout", "\"03:00:00\"", TimeSpan.FromHours(3));
        yield return ("PpcAds:Client.MaxResponseBytes", "1048576", 1_048_576);
    }

    private static IEnumerable<(string Option, string Json, object Expected)> Throttling()
    {
        foreach (string operations in (string[])["Lists", "ReportCreation", "ReportPolling", "Downloads", "ExportCreation"])
        {
            yield return ($"PpcAds:Client.Throttling.{operations}.InitialRate", "0.75", 0.75);
            yield return ($"PpcAds:Client.Throttling.{operations}.MinRate", "0.01", 0.01);
            yield return ($"PpcAds:Client.Throttling.{operations}.MaxRate", "200.5", 200.5);
        }

        yield return ("PpcAds:Client.Throttling.LongestPause", "\"00:30:00\"", TimeSpan.FromMinutes(30));
        yield return ("PpcAds:Client.Throttling.RememberFor", "\"02:00:00\"", TimeSpan.FromHours(2));
        yield return ("PpcAds:Client.Throttling.StateFile", System.Text.Json.JsonSerializer.Serialize(RateFile), RateFile);
        yield return ("PpcAds:Client.Throttling.SaveInterval", "\"00:00:20\"", TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<(string Option, string Json, object Expected)> Ingestion()
    {
        yield return ("PpcAds:Ingestion.Entities", "[\"sp.keywords\"]", new[] { "sp.keywords" });
        yield return ("PpcAds:Ingestion.EntitySource", "\"Export\"", EntitySource.Export);
        yield return ("PpcAds:Ingestion.Datasets", "[\"sp.campaign\"]", new[] { "sp.campaign" });
        yield return ("PpcAds:Ingestion.BackfillDays", "14", 14);
        yield return ("PpcAds:Ingestion.KeepRawJson", "true", true);
        yield return (
            "PpcAds:Ingestion.RetentionDays",
            """{ "spSearchTerm": 60, "sbCampaigns": 45 }""",
            new Dictionary<string, int> { ["spSearchTerm"] = 60, ["sbCampaigns"] = 45 });
        yield return (
            "PpcAds:Ingestion.Restatement",
            """[{ "MaxAgeDays": 5, "EveryDays": 1 }, { "MaxAgeDays": 40, "EveryDays": 20, "AdProduct": "SPONSORED_BRANDS" }]""",
            new RestatementRule[] { new(5, 1), new(40, 20, AdProducts.SponsoredBrands) });
        yield return (
            "PpcAds:Ingestion.ExtraColumns",
            """{ "sb.campaign": [ "detailPageViews", "brandedSearches" ] }""",
            new Dictionary<string, string[]> { ["sb.campaign"] = ["detailPageViews", "brandedSearches"] });
        yield return ("PpcAds:Ingestion.MaxConcurrentAccounts", "2", 2);
        yield return ("PpcAds:Ingestion.MaxConcurrentProfiles", "3", 3);
        yield return ("PpcAds:Ingestion.MaxConcurrentReports", "6", 6);
        yield return ("PpcAds:Ingestion.LeaseDuration", "\"00:00:45\"", TimeSpan.FromSeconds(45));
        yield return ("PpcAds:Ingestion.MaxReportAttempts", "7", 7);
        yield return ("PpcAds:Ingestion.RetryBaseDelay", "\"00:00:30\"", TimeSpan.FromSeconds(30));
        yield return ("PpcAds:Ingestion.RetryMaxDelay", "\"00:20:00\"", TimeSpan.FromMinutes(20));
        yield return ("PpcAds:Ingestion.AccountCircuitFailures", "9", 9);
        yield return ("PpcAds:Ingestion.AccountCircuitDuration", "\"00:02:00\"", TimeSpan.FromMinutes(2));
        yield return ("PpcAds:Ingestion.MaxRejectedRowShare", "0.25", 0.25);
        yield return ("PpcAds:Ingestion.SpoolDirectory", "\"spool\"", "spool");
        yield return ("PpcAds:Ingestion.SyncInterval", "\"04:00:00\"", TimeSpan.FromHours(4));
        yield return ("PpcAds:Ingestion.DailySyncHour", "6", 6);
        yield return ("PpcAds:Ingestion.DailySyncJitter", "\"00:10:00\"", TimeSpan.FromMinutes(10));
        yield return ("PpcAds:Ingestion.WorkerDelay", "\"00:00:05\"", TimeSpan.FromSeconds(5));
        yield return ("PpcAds:Ingestion.BookkeepingRetention", "\"30.00:00:00\"", TimeSpan.FromDays(30));
    }

    private static IEnumerable<(string Option, string Json, object Expected)> Application()
    {
        yield return ("PpcAds:ContinueWithoutStore", "true", true);
        yield return ("PpcAds:Application.ClientId", "\"amzn1.application-oa2-client.2\"", "amzn1.application-oa2-client.2");
        yield return ("PpcAds:Application.ClientSecret", "\"amzn1.oa2-cs.v1.other\"", "amzn1.oa2-cs.v1.other");
        yield return ("PpcAds:Application.RedirectUri", "\"https://example.com/back\"", new Uri("https://example.com/back"));
    }

    private static IEnumerable<(string Option, string Json, object Expected)> AspNetCore()
    {
        yield return ("PpcAdsConnect:Region", "\"FarEast\"", AmazonAdsRegion.FarEast);
        yield return ("PpcAdsConnect:StateLifetime", "\"00:20:00\"", TimeSpan.FromMinutes(20));
        yield return ("PpcAdsConnect:RequestsPerMinute", "6", 6);
        yield return ("PpcAdsConnect:ConnectedPage", "\"/connected\"", "/connected");
        yield return ("PpcAdsConnect:RefusedPage", "\"https://app.example.com/refused\"", "https://app.example.com/refused");
        yield return ("PpcAdsHealth:Datasets", "[\"sd.campaign\"]", new[] { "sd.campaign" });
        yield return ("PpcAdsHealth:DegradedAfterDays", "3", 3);
        yield return ("PpcAdsHealth:UnhealthyAfterDays", "8", 8);
        yield return ("PpcAdsHealth:ConsentWarningDays", "30", 30);
        yield return ("PpcAdsHealth:DataLagCacheDuration", "\"00:01:00\"", TimeSpan.FromMinutes(1));
        yield return ("PpcAdsEndpoints:MaxRequestBodyBytes", "2048", 2048);
        yield return ("PpcAdsEndpoints:SyncRequestsPerMinute", "12", 12);
        yield return ("PpcAdsEndpoints:CredentialRequestsPerMinute", "4", 4);
        yield return ("PpcAdsEndpoints:AccountRequestsPerMinute", "5", 5);
    }
}
