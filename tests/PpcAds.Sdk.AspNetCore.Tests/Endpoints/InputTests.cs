using System.Net;
using Microsoft.AspNetCore.Routing;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>What is no proper request, over every endpoint that the host has.</summary>
public sealed class InputTests : IAsyncLifetime
{
    private static readonly string[] Injections =
    [
        "1;DROP TABLE ppc_accounts", "' OR 1=1--", "1 UNION SELECT 1", "../../etc/passwd", "%00", "{{7*7}}", "<script>alert(1)</script>",
        "99999999999999999999999", "-1", "0", "1e3", "١", "1~1~1", "~~~~", "$(reboot)",
    ];

    private TestApi _api = null!;
    private string _account = "";

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync(null, options => options.MaxRequestBodyBytes = 2048);
        _account = await _api.ConnectAsync();
    }

    public Task DisposeAsync() => _api.DisposeAsync().AsTask();

    [Fact]
    public async Task A_body_that_is_too_large_is_answered_413()
    {
        string large = $$"""{"company_name":"{{new string('x', 4000)}}"}""";

        foreach (RouteEndpoint endpoint in Bodies)
        {
            ApiAnswer answer = await SendAsync(endpoint, large);
            answer.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge, endpoint.DisplayName);
            answer["code"].Should().Be("too_large");
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}")]
    [InlineData("{}trailing")]
    public async Task A_malformed_body_is_answered_400(string body)
    {
        foreach (RouteEndpoint endpoint in Bodies)
        {
            ApiAnswer answer = await SendAsync(endpoint, body);
            answer.Status.Should().Be(HttpStatusCode.BadRequest, $"{endpoint.DisplayName} {answer.Text}");
            answer.MediaType.Should().Be("application/problem+json");
            answer.Fields.Should().NotBeEmpty();
        }
    }

    [Fact]
    public async Task An_unknown_field_is_named()
    {
        foreach (RouteEndpoint endpoint in Bodies)
        {
            (await SendAsync(endpoint, "{\"is_admin\":true}")).Fields.Should().Contain("is_admin", endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Another_media_type_is_answered_415()
    {
        foreach (RouteEndpoint endpoint in Bodies)
        {
            ApiAnswer answer = await _api.SendAsync(
                TestApi.MethodOf(endpoint), TestApi.PathOf(endpoint, _account, "1"), "root", "company_name=Acme", "application/x-www-form-urlencoded");
            answer.Status.Should().Be(HttpStatusCode.UnsupportedMediaType, endpoint.DisplayName);
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/accounts", "{\"company_name\":1,\"primary_contact_email\":\"a@b.example\"}", "company_name")]
    [InlineData("POST", "/api/v1/accounts", "{\"company_name\":\"Acme\",\"primary_contact_email\":[]}", "primary_contact_email")]
    [InlineData("POST", "/api/v1/accounts", "{\"company_name\":\"Acme\",\"primary_contact_email\":\"nobody\"}", "primary_contact_email")]
    [InlineData("POST", "/api/v1/accounts", "{\"company_name\":\"Acme\",\"primary_contact_email\":\"a@b@c.example\"}", "primary_contact_email")]
    [InlineData("POST", "/api/v1/accounts", "{\"company_name\":\"Acme\",\"primary_contact_email\":\"a@b.example\\r\\nBcc: x@y.example\"}", "primary_contact_email")]
    [InlineData("POST", "/api/v1/accounts", "{\"primary_contact_email\":\"a@b.example\"}", "company_name")]
    [InlineData("POST", "/api/v1/accounts", "{\"company_name\":\"  \",\"primary_contact_email\":\"a@b.example\"}", "company_name")]
    [InlineData(
        "POST", "/api/v1/accounts",
        "{\"company_name\":\"Acme\\u202Eemca\",\"primary_contact_email\":\"a@b.example\"}",
        "company_name")]
    [InlineData(
        "POST", "/api/v1/accounts",
        "{\"company_name\":\"Acme\\u2028Ltd\",\"primary_contact_email\":\"a@b.example\"}",
        "company_name")]
    [InlineData("PATCH", "/api/v1/accounts/{account}", "{\"company_name\":\"Acme\\u2066Ltd\"}", "company_name")]
    [InlineData("PATCH", "/api/v1/accounts/{account}", "{\"status\":\"closed\"}", "status")]
    [InlineData("PATCH", "/api/v1/accounts/{account}", "{\"status\":true}", "status")]
    [InlineData("POST", "/api/v1/accounts/{account}/credentials", "{\"client_id\":\"a\",\"client_secret\":\"b\"}", "refresh_token")]
    [InlineData("POST", "/api/v1/accounts/{account}/credentials", "{\"client_id\":\"a\",\"client_secret\":\"b\",\"refresh_token\":\"c\",\"region\":\"US\"}", "region")]
    [InlineData("POST", "/api/v1/accounts/{account}/credentials", "{\"client_id\":{},\"client_secret\":\"b\",\"refresh_token\":\"c\"}", "client_id")]
    [InlineData("POST", "/api/v1/ingestion/sync-account/{account}", "{\"from\":\"yesterday\",\"to\":\"2026-03-01\"}", "from")]
    [InlineData("POST", "/api/v1/ingestion/sync-account/{account}", "{\"from\":\"2026-03-01\"}", "to")]
    [InlineData("POST", "/api/v1/ingestion/sync-account/{account}", "{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}", "from")]
    [InlineData("POST", "/api/v1/ingestion/sync-account/{account}", "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\",\"datasets\":[\"sp.campaigns\"]}", "datasets[0]")]
    [InlineData("POST", "/api/v1/ingestion/sync-account/{account}", "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\",\"datasets\":[1]}", "datasets[0]")]
    [InlineData(
        "POST", "/api/v1/accounts",
        "{\"company_name\":\"\\ud800\",\"primary_contact_email\":\"a@b.example\"}",
        "company_name")]
    [InlineData("POST", "/api/v1/accounts", "{\"\\ud800\":\"Acme\",\"primary_contact_email\":\"a@b.example\"}", "$")]
    [InlineData(
        "POST", "/api/v1/accounts",
        "{\"company_name\":\"a\\u0000b\",\"primary_contact_email\":\"a@b.example\"}",
        "company_name")]
    [InlineData(
        "POST", "/api/v1/ingestion/sync-account/{account}",
        "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\",\"datasets\":[null]}",
        "datasets[0]")]
    [InlineData("GET", "/api/v1/campaigns?account_id={account}%00", null, "account_id")]
    [InlineData("GET", "/api/v1/campaigns?account_id={account}&limit=1%00", null, "limit")]
    [InlineData("GET", "/api/v1/performance?account_id={account}&grain=campaign", null, "ad_product")]
    [InlineData("GET", "/api/v1/performance?account_id={account}&ad_product=SPONSORED_PRODUCTS", null, "grain")]
    [InlineData("GET", "/api/v1/performance?account_id={account}&ad_product=SPONSORED_PRODUCTS&grain=day", null, "grain")]
    [InlineData("GET", "/api/v1/performance?account_id={account}&ad_product=SPONSORED_DISPLAY&grain=search_term", null, "grain")]
    [InlineData("GET", "/api/v1/performance?account_id={account}&ad_product=SPONSORED_PRODUCTS&grain=campaign&from=1.3.2026", null, "from")]
    [InlineData("GET", "/api/v1/performance?account_id={account}&ad_product=SPONSORED_PRODUCTS&grain=campaign&totals=1", null, "totals")]
    [InlineData("GET", "/api/v1/reports/jobs?account_id={account}&dataset=sp", null, "dataset")]
    [InlineData("GET", "/api/v1/campaigns", null, "account_id")]
    public async Task The_field_that_is_wrong_is_named(string method, string path, string? body, string field)
    {
        ApiAnswer answer = await _api.SendAsync(method, path.Replace("{account}", _account, StringComparison.Ordinal), "ada", body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        answer.Fields.Should().Contain(field, answer.Text);
    }

    [Fact]
    public async Task Every_list_refuses_unknown_and_repeated_parameters_and_pages_that_are_none()
    {
        foreach (RouteEndpoint endpoint in _api.Endpoints.Where(endpoint => TestApi.QueryOf(endpoint).Contains("limit")))
        {
            string path = TestApi.PathOf(endpoint, _account, "1");
            string start = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?");
            foreach ((string query, string field) in new[]
            {
                ("sort=name", "sort"), ("limit=0", "limit"), ("limit=1001", "limit"), ("limit=x", "limit"), ("limit=1&limit=2", "limit"), ("after=nowhere", "after"),
                ("after=1%00", "after"), ("after=1~1~1~%00", "after"),
            })
            {
                ApiAnswer answer = await _api.GetAsync(start + query);
                answer.Status.Should().Be(HttpStatusCode.BadRequest, $"{start}{query}: {answer.Text}");
                answer.Fields.Should().Contain(field, $"{start}{query}");
            }
        }
    }

    [Fact]
    public async Task Text_that_would_be_code_elsewhere_is_text_here()
    {
        foreach (RouteEndpoint endpoint in _api.Endpoints)
        {
            foreach (string text in Injections)
            {
                string escaped = Uri.EscapeDataString(text);
                string path = TestApi.PathOf(endpoint, escaped, escaped);
                string all = string.Join('&', TestApi.QueryOf(endpoint).Select(name => $"{name}={escaped}"));
                ApiAnswer inPath = await _api.SendAsync(TestApi.MethodOf(endpoint), path, "ada", TestApi.TakesBody(endpoint) ? "{}" : null);
                ApiAnswer inQuery = await _api.SendAsync(
                    TestApi.MethodOf(endpoint), path.Split('?')[0] + "?" + all, "ada", TestApi.TakesBody(endpoint) ? "{}" : null);

                ((int)inPath.Status).Should().BeLessThan(500, $"{TestApi.MethodOf(endpoint)} {path}");
                ((int)inQuery.Status).Should().BeLessThan(500, $"{TestApi.MethodOf(endpoint)} {path}?{all}");
            }
        }
    }

    [Fact]
    public async Task A_name_comes_back_as_it_was_sent()
    {
        foreach (string text in Injections)
        {
            string json = System.Text.Json.JsonSerializer.Serialize(new { company_name = text, primary_contact_email = "o'brien@acme.example" });
            ApiAnswer added = await _api.PostAsync("/api/v1/accounts", json);
            added.Status.Should().Be(HttpStatusCode.Created, added.Text);
            (await _api.GetAsync($"/api/v1/accounts/{added["account_id"]}"))["company_name"].Should().Be(text);
        }
    }

    /// <summary>What takes a body; by root, so that nothing else is in the way.</summary>
    private IEnumerable<RouteEndpoint> Bodies => _api.Endpoints.Where(TestApi.TakesBody);

    private Task<ApiAnswer> SendAsync(RouteEndpoint endpoint, string body) =>
        _api.SendAsync(TestApi.MethodOf(endpoint), TestApi.PathOf(endpoint, _account, "1"), "root", body);
}
