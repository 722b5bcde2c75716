namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>Every endpoint that a host can have. A further one without a line here fails <see cref="AttackTableTests"/>.</summary>
internal static class AttackTargets
{
    private static readonly string[] Page = ["limit", "after"];
    private static readonly string[] Account = ["account_id", "profile_id", .. Page];
    private static readonly string[] Campaign = ["campaign_id", .. Account];

    public static readonly AttackTarget[] All =
    [
        new("POST", "/accounts/")
        {
            Fields = ["company_name", "primary_contact_email", "external_key"],
            Body = """{"company_name":"Acme","primary_contact_email":"ada@acme.example","external_key":"customer-42"}""",
        },
        new("GET", "/accounts/") { Query = Page },
        new("GET", "/accounts/{accountId}"),
        new("PATCH", "/accounts/{accountId}")
        {
            Fields = ["company_name", "primary_contact_email", "status"],
            Body = """{"company_name":"Acme","primary_contact_email":"ada@acme.example","status":"active"}""",
        },
        new("DELETE", "/accounts/{accountId}"),
        new("POST", "/accounts/{accountId}/credentials/")
        {
            Fields = ["client_id", "client_secret", "refresh_token", "region", "consented_at"],
            Body = """
                {"client_id":"amzn1.application-oa2-client.0","client_secret":"amzn1.oa2-cs.v1.0","refresh_token":"Atzr|0",
                "region":"EU","consented_at":"2026-09-01"}
                """,
        },
        new("DELETE", "/accounts/{accountId}/credentials/"),
        new("POST", "/ingestion/sync-all") { Body = "{}", IsForRoot = true },
        new("POST", "/ingestion/sync-account/{accountId}")
        {
            Fields = ["from", "to", "datasets"],
            Body = """{"from":"2026-03-01","to":"2026-03-02","datasets":["sp.campaign"]}""",
        },
        new("GET", "/ingestion/runs") { Query = ["account_id", .. Page] },
        new("GET", "/ingestion/runs/{runId}"),
        new("DELETE", "/ingestion/runs/{runId}"),
        new("GET", "/profiles") { Query = Account },
        new("GET", "/campaigns") { Query = Campaign },
        new("GET", "/keywords") { Query = Campaign },
        new("GET", "/portfolios") { Query = Account },
        new("GET", "/ad-groups") { Query = Campaign },
        new("GET", "/targets") { Query = Campaign },
        new("GET", "/ads") { Query = Campaign },
        new("GET", "/negative-keywords") { Query = Campaign },
        new("GET", "/negative-targets") { Query = Campaign },
        new("GET", "/performance")
        {
            Query = ["ad_product", "grain", "from", "to", "totals", .. Campaign],
            GoodQuery = "ad_product=SPONSORED_PRODUCTS&grain=campaign",
        },
        new("GET", "/reports/jobs") { Query = ["dataset", .. Account] },
        new("GET", "/freshness") { Query = Account },
        new("GET", "/issues") { Query = ["account_id", "profile_id", "limit"] },
        new("GET", "/connect/amazon/{accountId}") { Query = ["region", "return_url"] },

        // docs/connect.md, "When it fails"; for browsers on their way back only, so that it is in no OpenAPI document.
        new("GET", "/connect/amazon/callback") { Statuses = [200, 302, 400, 403, 404, 409, 422, 429, 502, 503] },
    ];

    /// <summary>Those with an account or a run in their address.</summary>
    public static IEnumerable<AttackTarget> OfAccounts => All.Where(target => target.IsOfAccount);

    /// <summary>Those that read a body.</summary>
    public static IEnumerable<AttackTarget> Bodies => All.Where(target => target.Body is not null);

    /// <summary>Those that change something.</summary>
    public static IEnumerable<AttackTarget> Unsafe => All.Where(target => target.IsUnsafe);
}
