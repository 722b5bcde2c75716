using System.Text;
using PpcAds.Sdk.Conformance.Exchanges;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary>Faultless exchanges, and ways to spoil them.</summary>
internal static class SampleExchanges
{
    private const string ThingType = "application/vnd.thing.v1+json";

    public static Exchange GetThing { get; } = new()
    {
        Method = "GET",
        Target = "/things/42?count=3",
        RequestHeaders = Of(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("X-Trace", "7"),
            ("Accept", ThingType)),
        Status = 200,
        ResponseHeaders = Of(("Content-Type", ThingType)),
        ResponseBody = Bytes("""{ "id": 42 }"""),
    };

    public static Exchange ListThings { get; } = new()
    {
        Method = "POST",
        Target = "/things/list",
        RequestHeaders = Of(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("Amazon-Advertising-API-Scope", "1"),
            ("Content-Type", ThingType)),
        RequestBody = Bytes("""{ "name": "one" }"""),
        Status = 204,
    };

    public static Exchange ListCampaigns { get; } = new()
    {
        Method = "POST",
        Target = "/sp/campaigns/list",
        RequestHeaders = Of(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("Amazon-Advertising-API-Scope", "1"),
            ("Accept", "application/vnd.spCampaign.v3+json"),
            ("Content-Type", "application/vnd.spCampaign.v3+json")),
        RequestBody = Bytes("""{ "stateFilter": { "include": ["ENABLED", "PAUSED"] }, "maxResults": 100 }"""),
        Status = 200,
        ResponseHeaders = Of(("Content-Type", "application/vnd.spCampaign.v3+json")),
        ResponseBody = Bytes("""
            {
              "totalResults": 1,
              "campaigns": [
                {
                  "campaignId": "1", "name": "One", "state": "ENABLED", "startDate": "2025-01-31", "targetingType": "MANUAL",
                  "budget": { "budget": 10.5, "budgetType": "DAILY" },
                  "extendedData": { "creationDateTime": "2025-01-31T08:00:00.000Z", "servingStatus": "CAMPAIGN_STATUS_ENABLED" }
                }
              ]
            }
            """),
    };

    public static Exchange CreateReport { get; } = new()
    {
        Method = "POST",
        Target = "/reporting/reports",
        RequestHeaders = Of(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("Amazon-Advertising-API-Scope", "1"),
            ("Accept", "application/vnd.createasyncreportresponse.v3+json"),
            ("Content-Type", "application/vnd.createasyncreportrequest.v3+json")),
        RequestBody = Bytes($$"""{ "startDate": "2025-01-01", "endDate": "2025-01-31", "configuration": {{Configuration}} }"""),
        Status = 200,
        ResponseHeaders = Of(("Content-Type", "application/vnd.createasyncreportresponse.v3+json")),
        ResponseBody = Bytes($$"""
            {
              "reportId": "r", "status": "PENDING", "startDate": "2025-01-01", "endDate": "2025-01-31",
              "createdAt": "2025-02-01T00:00:00Z", "updatedAt": "2025-02-01T00:00:00Z", "url": null, "configuration": {{Configuration}}
            }
            """),
    };

    public static Exchange ListProfiles { get; } = new()
    {
        Method = "GET",
        Target = "/v2/profiles?apiProgram=campaign&accessLevel=view",
        RequestHeaders = Of(
            ("Authorization", "Bearer token"), ("Amazon-Advertising-API-ClientId", "client"), ("Accept", "application/json")),
        Status = 200,
        ResponseHeaders = Of(("Content-Type", "application/json")),
        ResponseBody = Bytes("""
            [
              {
                "profileId": 1, "countryCode": "DE", "currencyCode": "EUR", "timezone": "Europe/Paris", "dailyBudget": 99.5,
                "accountInfo": { "marketplaceStringId": "M", "id": "A", "type": "seller", "name": "One", "validPaymentMethod": true }
              }
            ]
            """),
    };

    private static string Configuration =>
        """
        {
          "adProduct": "SPONSORED_PRODUCTS", "columns": ["clicks"], "groupBy": ["campaign"], "format": "GZIP_JSON",
          "reportTypeId": "spCampaigns", "timeUnit": "DAILY"
        }
        """;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static Exchange WithRequestHeader(this Exchange exchange, string name, string? value) =>
        exchange with { RequestHeaders = With(exchange.RequestHeaders, name, value) };

    public static Exchange WithResponseHeader(this Exchange exchange, string name, string? value) =>
        exchange with { ResponseHeaders = With(exchange.ResponseHeaders, name, value) };

    public static Exchange WithRequestText(this Exchange exchange, string replaced, string by) =>
        exchange with { RequestBody = Replace(exchange.RequestBody, replaced, by) };

    public static Exchange WithResponseText(this Exchange exchange, string replaced, string by) =>
        exchange with { ResponseBody = Replace(exchange.ResponseBody, replaced, by) };

    private static byte[] Replace(ReadOnlyMemory<byte> body, string replaced, string by)
    {
        string text = Encoding.UTF8.GetString(body.Span);
        return text.Contains(replaced, StringComparison.Ordinal)
            ? Bytes(text.Replace(replaced, by, StringComparison.Ordinal))
            : throw new ArgumentException($"The body does not hold {replaced}.", nameof(replaced));
    }

    private static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> headers, string name, string? value)
    {
        var others = headers.Where(header => !string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        return Headers.Of(value is null ? others : others.Append(new KeyValuePair<string, string>(name, value)));
    }

    private static IReadOnlyDictionary<string, string> Of(params (string Name, string Value)[] headers) =>
        Headers.Of(headers.Select(header => new KeyValuePair<string, string>(header.Name, header.Value)));
}
