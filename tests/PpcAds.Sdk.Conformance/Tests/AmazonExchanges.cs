using PpcAds.Sdk.Conformance.Exchanges;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary>A faultless exchange of each covered operation.</summary>
internal static class AmazonExchanges
{
    private const string Configuration = """
        {
          "adProduct": "SPONSORED_PRODUCTS", "columns": ["clicks"], "groupBy": ["campaign"], "format": "GZIP_JSON",
          "reportTypeId": "spCampaigns", "timeUnit": "DAILY"
        }
        """;

    private const string Report = $$"""
        {
          "reportId": "r", "status": "PENDING", "startDate": "2025-01-01", "endDate": "2025-01-31", "url": null,
          "createdAt": "2025-02-01T00:00:00Z", "updatedAt": "2025-02-01T00:00:00Z", "configuration": {{Configuration}}
        }
        """;

    public static IReadOnlyDictionary<string, Exchange> All { get; } = new Dictionary<string, Exchange>
    {
        ["ListSponsoredProductsCampaigns"] = List("/sp/campaigns/list", "application/vnd.spCampaign.v3+json", """
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
        ["ListSponsoredProductsAdGroups"] = List("/sp/adGroups/list", "application/vnd.spAdGroup.v3+json", """
            {
              "nextToken": "n",
              "adGroups": [{ "adGroupId": "2", "campaignId": "1", "name": "Two", "state": "PAUSED", "defaultBid": 0.75 }]
            }
            """),
        ["ListSponsoredProductsKeywords"] = List("/sp/keywords/list", "application/vnd.spKeyword.v3+json", """
            {
              "keywords": [
                { "keywordId": "3", "adGroupId": "2", "campaignId": "1", "keywordText": "three", "matchType": "EXACT", "state": "ENABLED" }
              ]
            }
            """),
        ["ListSponsoredProductsTargetingClauses"] = List("/sp/targets/list", "application/vnd.spTargetingClause.v3+json", """
            {
              "targetingClauses": [
                { "targetId": "3", "adGroupId": "2", "campaignId": "1", "state": "ENABLED", "expressionType": "MANUAL", "expression": [{ "type": "ASIN_SAME_AS", "value": "B1" }], "resolvedExpression": [{ "type": "ASIN_SAME_AS", "value": "B1" }] }
              ]
            }
            """),
        ["ListSponsoredProductsProductAds"] = List("/sp/productAds/list", "application/vnd.spProductAd.v3+json", """
            {
              "productAds": [
                { "adId": "4", "adGroupId": "2", "campaignId": "1", "state": "ENABLED", "sku": "S-1" }
              ]
            }
            """),
        ["ListSponsoredProductsNegativeKeywords"] = List("/sp/negativeKeywords/list", "application/vnd.spNegativeKeyword.v3+json", """
            {
              "negativeKeywords": [
                { "keywordId": "5", "adGroupId": "2", "campaignId": "1", "keywordText": "five", "matchType": "NEGATIVE_EXACT", "state": "ENABLED" }
              ]
            }
            """),
        ["ListSponsoredProductsNegativeTargetingClauses"] = List("/sp/negativeTargets/list", "application/vnd.spNegativeTargetingClause.v3+json", """
            {
              "negativeTargetingClauses": [
                { "targetId": "6", "adGroupId": "2", "campaignId": "1", "state": "ENABLED", "expression": [{ "type": "ASIN_SAME_AS", "value": "B1" }], "resolvedExpression": [{ "type": "ASIN_SAME_AS", "value": "B1" }] }
              ]
            }
            """),
        ["ListSponsoredProductsCampaignNegativeKeywords"] = List("/sp/campaignNegativeKeywords/list", "application/vnd.spCampaignNegativeKeyword.v3+json", """
            {
              "campaignNegativeKeywords": [
                { "keywordId": "7", "campaignId": "1", "keywordText": "seven", "matchType": "NEGATIVE_PHRASE", "state": "ENABLED" }
              ]
            }
            """),
        ["ListSponsoredProductsCampaignNegativeTargetingClauses"] = List("/sp/campaignNegativeTargets/list", "application/vnd.spCampaignNegativeTargetingClause.v3+json", """
            {
              "campaignNegativeTargetingClauses": [
                { "targetId": "8", "campaignId": "1", "state": "ENABLED", "expression": [{ "type": "ASIN_SAME_AS", "value": "B1" }], "resolvedExpression": [{ "type": "ASIN_SAME_AS", "value": "B1" }] }
              ]
            }
            """),
        ["listProfiles"] = Answered("GET", "/v2/profiles?apiProgram=campaign&accessLevel=view", "application/json", """
            [
              {
                "profileId": 1, "countryCode": "DE", "currencyCode": "EUR", "timezone": "Europe/Paris", "dailyBudget": 99.5,
                "accountInfo": { "marketplaceStringId": "M", "id": "A", "type": "seller", "name": "One", "validPaymentMethod": true }
              }
            ]
            """).WithRequestHeader("Amazon-Advertising-API-Scope", null),
        ["createAsyncReport"] = Sent(
            Answered("POST", "/reporting/reports", "application/vnd.createasyncreportresponse.v3+json", Report),
            "application/vnd.createasyncreportrequest.v3+json",
            $$"""{ "startDate": "2025-01-01", "endDate": "2025-01-31", "configuration": {{Configuration}} }"""),
        ["getAsyncReport"] = Answered("GET", "/reporting/reports/r", "application/vnd.getasyncreportresponse.v3+json", Report),
        ["deleteAsyncReport"] = Answered(
            "DELETE", "/reporting/reports/r", "application/vnd.deleteasyncreportresponse.v3+json", """{ "reportId": "r", "code": "200" }"""),
        ["CampaignExport"] = Export("campaigns"),
        ["AdGroupExport"] = Export("adGroups"),
        ["TargetExport"] = Export("targets"),
        ["AdExport"] = Export("ads"),
        ["GetExport"] = Answered("GET", "/exports/e", "application/vnd.adsexport.v1+json", """
            { "exportId": "e", "status": "COMPLETED", "url": "https://example.com/e", "fileSize": 7, "urlExpiresAt": "2025-02-01T01:00:00Z" }
            """),

        // As they go over the wire: the file is older.
        ["SponsoredBrands.listKeywords"] = Answered(
            "GET", "/sb/keywords?stateFilter=enabled,paused,archived&matchTypeFilter=exact,broad&startIndex=0&count=100", "application/vnd.sbkeyword.v3.2+json", """
            [{ "keywordId": 3, "adGroupId": 2, "campaignId": 1, "keywordText": "three", "matchType": "exact", "state": "enabled", "bid": 0.75 }]
            """),
        ["SponsoredBrands.listNegativeKeywords"] = Answered(
            "GET",
            "/sb/negativeKeywords?stateFilter=enabled,paused,archived&matchTypeFilter=negativeExact,negativePhrase&startIndex=0&count=100",
            "application/vnd.sbnegativekeyword.v3.2+json",
            """
            [{ "keywordId": 3, "adGroupId": 2, "campaignId": 1, "keywordText": "three", "matchType": "negativeExact", "state": "enabled" }]
            """),
        ["SponsoredBrands.listTargets"] = Sent(
            Answered("POST", "/sb/targets/list", "application/vnd.sblisttargetsresponse.v3.2+json", """
                {
                  "targets": [
                    {
                      "targetId": 3, "adGroupId": 2, "campaignId": 1, "state": "enabled", "bid": 0.75,
                      "expressions": [{ "type": "asinSameAs", "value": "B1" }], "resolvedExpressions": [{ "type": "asinSameAs", "value": "B1" }]
                    }
                  ]
                }
                """),
            "application/json",
            """{ "maxResults": 100, "filters": [{ "filterType": "TARGETING_STATE", "values": ["enabled"] }, { "filterType": "AD_GROUP_ID", "values": ["2"] }] }"""),
        ["SponsoredBrands.listNegativeTargets"] = Sent(
            Answered("POST", "/sb/negativeTargets/list", "application/vnd.sblistnegativetargetsresponse.v3.2+json", """
                {
                  "negativeTargets": [
                    {
                      "targetId": 3, "adGroupId": 2, "campaignId": 1, "state": "enabled",
                      "expressions": [{ "type": "asinSameAs", "value": "B1" }], "resolvedExpressions": [{ "type": "asinSameAs", "value": "B1" }]
                    }
                  ]
                }
                """),
            "application/json",
            """{ "maxResults": 100, "filters": [{ "filterType": "TARGETING_STATE", "values": ["enabled", "archived"] }, { "filterType": "AD_GROUP_ID", "values": ["2"] }] }"""),

        ["SponsoredDisplay.listCampaigns"] = Index("/sd/campaigns?stateFilter=enabled,paused,archived", """
            [
              { "campaignId": 1, "name": "One", "tactic": "T00020", "budgetType": "daily", "budget": 10.5, "startDate": "20250131", "costType": "cpc", "state": "enabled", "deliveryProfile": "as_soon_as_possible" }
            ]
            """),
        ["SponsoredDisplay.listCampaignsEx"] = Index("/sd/campaigns/extended?stateFilter=enabled,paused,archived", """
            [
              { "campaignId": 1, "name": "One", "tactic": "T00020", "budgetType": "daily", "budget": 10.5, "startDate": "20250131", "costType": "cpc", "state": "enabled", "deliveryProfile": "as_soon_as_possible", "servingStatus": "CAMPAIGN_PAUSED", "creationDate": 1741075200000, "lastUpdatedDate": 1741075200000 }
            ]
            """),
        ["SponsoredDisplay.listAdGroups"] = Index("/sd/adGroups?stateFilter=enabled,paused,archived", """
            [
              { "adGroupId": 2, "campaignId": 1, "name": "Two", "defaultBid": 0.75, "bidOptimization": "clicks", "state": "paused", "tactic": "T00020", "creativeType": "IMAGE" }
            ]
            """),
        ["SponsoredDisplay.listAdGroupsEx"] = Index("/sd/adGroups/extended?stateFilter=enabled,paused,archived", """
            [
              { "adGroupId": 2, "campaignId": 1, "name": "Two", "defaultBid": 0.75, "bidOptimization": "clicks", "state": "paused", "tactic": "T00020", "creativeType": "IMAGE", "servingStatus": "CAMPAIGN_PAUSED", "creationDate": 1741075200000, "lastUpdatedDate": 1741075200000 }
            ]
            """),
        ["SponsoredDisplay.listProductAds"] = Index("/sd/productAds?stateFilter=enabled,paused,archived", """
            [
              { "adId": 3, "adGroupId": 2, "campaignId": 1, "asin": "B1", "sku": "S", "state": "enabled", "adName": "Three", "landingPageURL": "https://example.com/", "landingPageType": "STORE" }
            ]
            """),
        ["SponsoredDisplay.listProductAdsEx"] = Index("/sd/productAds/extended?stateFilter=enabled,paused,archived", """
            [
              { "adId": 3, "adGroupId": 2, "campaignId": 1, "asin": "B1", "sku": "S", "state": "enabled", "adName": "Three", "landingPageURL": "https://example.com/", "landingPageType": "STORE", "servingStatus": "CAMPAIGN_PAUSED", "creationDate": 1741075200000, "lastUpdatedDate": 1741075200000 }
            ]
            """),
        ["SponsoredDisplay.listTargetingClauses"] = Index("/sd/targets?stateFilter=enabled,paused,archived&targetIdFilter=4", """
            [
              { "targetId": 4, "adGroupId": 2, "campaignId": 1, "state": "enabled", "bid": 0.75, "expressionType": "manual", "expression": [{ "type": "asinSameAs", "value": "B1" }], "resolvedExpression": [{ "type": "asinSameAs", "value": "B1" }] },
              { "targetId": 5, "adGroupId": 2, "campaignId": 1, "state": "archived", "bid": 0.75, "expressionType": "manual", "expression": [{ "type": "views", "value": [{ "type": "exactProduct" }, { "type": "lookback", "value": "30" }] }], "resolvedExpression": "lookback=30" }
            ]
            """),
        ["SponsoredDisplay.listTargetingClausesEx"] = Index("/sd/targets/extended?stateFilter=enabled,paused,archived&targetIdFilter=4", """
            [
              { "targetId": 4, "adGroupId": 2, "campaignId": 1, "state": "enabled", "bid": 0.75, "expressionType": "manual", "expression": [{ "type": "asinSameAs", "value": "B1" }], "resolvedExpression": [{ "type": "asinSameAs", "value": "B1" }], "servingStatus": "CAMPAIGN_PAUSED", "creationDate": 1741075200000, "lastUpdatedDate": 1741075200000 },
              { "targetId": 5, "adGroupId": 2, "campaignId": 1, "state": "archived", "bid": 0.75, "expressionType": "manual", "expression": [{ "type": "views", "value": [{ "type": "exactProduct" }, { "type": "lookback", "value": "30" }] }], "resolvedExpression": "lookback=30", "servingStatus": "CAMPAIGN_PAUSED", "creationDate": 1741075200000, "lastUpdatedDate": 1741075200000 }
            ]
            """),
        ["SponsoredDisplay.listNegativeTargetingClauses"] = Index("/sd/negativeTargets?stateFilter=enabled,paused,archived&targetIdFilter=4", """
            [
              { "targetId": 6, "adGroupId": 2, "state": "enabled", "expressionType": "manual", "expression": [{ "type": "asinSameAs", "value": "B1" }], "resolvedExpression": [{ "type": "asinSameAs", "value": "B1" }] }
            ]
            """),
        ["SponsoredDisplay.listNegativeTargetingClausesEx"] = Index("/sd/negativeTargets/extended?stateFilter=enabled,paused,archived&targetIdFilter=4", """
            [
              { "targetId": 6, "adGroupId": 2, "state": "enabled", "expressionType": "manual", "expression": [{ "type": "asinSameAs", "value": "B1" }], "resolvedExpression": [{ "type": "asinSameAs", "value": "B1" }], "servingStatus": "CAMPAIGN_PAUSED", "creationDate": 1741075200000, "lastUpdatedDate": 1741075200000 }
            ]
            """),
    };

    private static Exchange Index(string target, string answer) => Answered("GET", $"{target}&startIndex=0&count=100", "application/json", answer);

    private static Exchange Export(string entities)
    {
        string mediaType = $"application/vnd.{entities.ToLowerInvariant()}export.v1+json";
        Exchange answered = Answered("POST", $"/{entities}/export", mediaType, """{ "exportId": "e", "status": "PROCESSING" }""") with { Status = 202 };
        return Sent(answered, mediaType, """{ "adProductFilter": ["SPONSORED_PRODUCTS"], "stateFilter": ["ENABLED", "ARCHIVED"] }""");
    }

    private static Exchange List(string target, string mediaType, string answer) => Sent(
        Answered("POST", target, mediaType, answer),
        mediaType,
        """{ "stateFilter": { "include": ["ENABLED", "PAUSED"] }, "maxResults": 100 }""");

    private static Exchange Answered(string method, string target, string mediaType, string answer) => new()
    {
        Method = method,
        Target = target,
        RequestHeaders = SampleExchanges.HeadersOf(
            ("Authorization", "Bearer token"),
            ("Amazon-Advertising-API-ClientId", "client"),
            ("Amazon-Advertising-API-Scope", "1"),
            ("Accept", mediaType)),
        Status = 200,
        ResponseHeaders = SampleExchanges.HeadersOf(("Content-Type", mediaType)),
        ResponseBody = SampleExchanges.Bytes(answer),
    };

    private static Exchange Sent(Exchange exchange, string mediaType, string body) =>
        exchange.WithRequestHeader("Content-Type", mediaType) with { RequestBody = SampleExchanges.Bytes(body) };
}
