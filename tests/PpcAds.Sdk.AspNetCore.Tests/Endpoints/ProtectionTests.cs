using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Endpoints;

/// <summary>Who comes in, over every endpoint that the host has: a further one cannot be forgotten.</summary>
public sealed class ProtectionTests
{
    /// <summary>Endpoints that name neither an account nor a run, each with a test of its own.</summary>
    private static readonly string[] OfNoAccount = ["POST /api/v1/accounts", "GET /api/v1/accounts", "POST /api/v1/ingestion/sync-all"];

    [Fact]
    public async Task A_host_without_auth_services_lets_nobody_in()
    {
        await using TestApi api = await TestApi.StartAsync(_ => { }, app => app.MapPpcAds());

        api.Endpoints.Should().HaveCountGreaterThan(15);
        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            ApiAnswer answer = await SendAsync(api, endpoint, null);
            answer.Status.Should().Be(HttpStatusCode.Forbidden, endpoint.DisplayName);
            answer.MediaType.Should().Be("application/problem+json");
            answer["code"].Should().Be("not_protected");
        }
    }

    [Fact]
    public async Task The_opening_call_lets_everybody_in()
    {
        await using TestApi api = await TestApi.StartAsync(_ => { }, app => app.MapPpcAds().AllowUnprotectedPpcAds());

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            (await SendAsync(api, endpoint, null)).Status.Should().NotBe(HttpStatusCode.Forbidden, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Allowing_anonymous_users_is_not_enough_to_open_it()
    {
        await using TestApi api = await TestApi.StartAsync(AddUsers, app => app.MapPpcAds().RequireAuthorization().AllowAnonymous());

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            (await SendAsync(api, endpoint, "ada")).Status.Should().Be(HttpStatusCode.Forbidden, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Without_a_user_every_endpoint_behind_a_policy_answers_401()
    {
        await using TestApi api = await TestApi.StartAsync();

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            (await SendAsync(api, endpoint, null)).Status.Should().Be(HttpStatusCode.Unauthorized, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task The_hosts_fallback_policy_protects_as_well()
    {
        await using TestApi api = await TestApi.StartAsync(
            builder =>
            {
                AddUsers(builder);
                builder.Services.Configure<AuthorizationOptions>(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            },
            app => app.MapPpcAds());

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            (await SendAsync(api, endpoint, null)).Status.Should().Be(HttpStatusCode.Unauthorized, endpoint.DisplayName);
            (await SendAsync(api, endpoint, "ada")).Status.Should().NotBe(HttpStatusCode.Forbidden, endpoint.DisplayName);
        }
    }

    [Fact]
    public async Task Another_tenants_account_or_run_is_answered_like_one_that_does_not_exist()
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync("ada");
        string run = (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
        var seen = new List<string>();

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            string name = $"{TestApi.MethodOf(endpoint)} {endpoint.RoutePattern.RawText}";
            if (TestApi.PathOf(endpoint, "X", "X") == endpoint.RoutePattern.RawText)
            {
                seen.Add(name);
                continue;
            }

            ApiAnswer foreign = await SendAsync(api, endpoint, "eve", account, run);
            ApiAnswer unknown = await SendAsync(api, endpoint, "eve", "999999", "999999");
            ApiAnswer own = await SendAsync(api, endpoint, "ada", account, run, "{\"\":1}");
            foreign.Status.Should().Be(HttpStatusCode.NotFound, name);
            foreign.WithoutTrace.Should().Be(unknown.WithoutTrace, name);
            own.Status.Should().NotBe(HttpStatusCode.NotFound, name);
        }

        seen.Should().BeEquivalentTo(OfNoAccount.Select(name => name.Replace("accounts", "accounts/", StringComparison.Ordinal)));
        (await api.GetAsync($"/api/v1/accounts/{account}"))["status"].Should().NotBe("active", "ada's own DELETE came last");
    }

    [Fact]
    public async Task For_a_run_that_does_not_exist_as_much_is_asked_as_for_anothers()
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync("ada");
        string run = (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
        var policy = (TenantPolicy)api.Services.GetRequiredService<IPpcAdsAccessPolicy>();

        foreach (string id in (string[])[run, "999999", "no-id"])
        {
            int before = policy.Questions;
            (await api.GetAsync($"/api/v1/ingestion/runs/{id}", "eve")).Status.Should().Be(HttpStatusCode.NotFound);
            (policy.Questions - before).Should().Be(1, id);
        }
    }

    [Fact]
    public async Task Lists_hold_what_is_the_users_own()
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync("ada");
        await api.PostAsync($"/api/v1/ingestion/sync-account/{account}");

        (await api.GetAsync("/api/v1/accounts", "eve")).Text.Should().Contain("\"items\":[]");
        (await api.GetAsync("/api/v1/accounts", "ada")).Text.Should().Contain($"\"account_id\":\"{account}\"");
        (await api.GetAsync("/api/v1/accounts", "root")).Text.Should().Contain($"\"account_id\":\"{account}\"");
        (await api.GetAsync("/api/v1/ingestion/runs", "eve")).Fields.Should().Equal("account_id");
        (await api.GetAsync($"/api/v1/ingestion/runs?account_id={account}", "ada")).Text.Should().Contain("sync_account");
        (await api.GetAsync("/api/v1/ingestion/runs", "root")).Text.Should().Contain("sync_account");
    }

    [Fact]
    public async Task Only_who_sees_all_accounts_syncs_all()
    {
        await using TestApi api = await TestApi.StartAsync();

        (await api.PostAsync("/api/v1/ingestion/sync-all", null, "ada"))["code"].Should().Be("not_all_accounts");
        (await api.PostAsync("/api/v1/ingestion/sync-all", null, "root")).Status.Should().Be(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task An_account_whose_owner_cannot_be_noted_is_closed()
    {
        await using TestApi api = await TestApi.StartAsync();
        ((TenantPolicy)api.Services.GetRequiredService<IPpcAdsAccessPolicy>()).Fails = true;

        ApiAnswer answer = await api.PostAsync("/api/v1/accounts", """{"company_name":"Acme","primary_contact_email":"ada@acme.example"}""");

        answer.Status.Should().Be(HttpStatusCode.InternalServerError);
        answer.Text.Should().NotContain("directory").And.NotContain("   at ");
        (await api.GetAsync("/api/v1/accounts", "root")).Text.Should().Contain("\"status\":\"closed\"");
    }

    [Fact]
    public async Task What_another_site_makes_a_browser_send_is_refused()
    {
        await using TestApi api = await TestApi.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, api.Address + "api/v1/ingestion/sync-all");
        request.Headers.Add(UserHeaderHandler.Header, "root");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using HttpResponseMessage response = await client.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).Should().Contain("cross_site");
    }

    [Theory]
    [InlineData("https://evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData("http://127.0.0.1:1", null, false)]
    [InlineData("own", null, true)]
    [InlineData("https://shop.example", "shop.example", true)]
    [InlineData("https://shop.example:8443", "shop.example:8443", true)]
    [InlineData("https://shop.example.evil", "shop.example", false)]
    [InlineData("https://shop.example:8443", "shop.example", false)]
    [InlineData(null, null, true)]
    public async Task Of_a_browser_that_does_not_tell_the_site_the_origin_counts(string? origin, string? host, bool isTaken)
    {
        await using TestApi api = await TestApi.StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, api.Address + "api/v1/ingestion/sync-all");
        request.Headers.Add(UserHeaderHandler.Header, "root");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "own" ? api.Address.GetLeftPart(UriPartial.Authority) : origin);
        }

        using HttpResponseMessage response = await client.SendAsync(request);

        response.StatusCode.Should().Be(isTaken ? HttpStatusCode.Accepted : HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).Contains("cross_site", StringComparison.Ordinal).Should().Be(!isTaken);
    }

    [Theory]
    [InlineData("/api/v1/ingestion/sync-all")]
    [InlineData("/api/v1/accounts/1/credentials")]
    [InlineData("/api/v1/accounts")]
    public async Task More_than_the_limit_is_answered_429_with_the_time_to_wait(string path)
    {
        await using TestApi api = await TestApi.StartAsync(null, options =>
            (options.SyncRequestsPerMinute, options.CredentialRequestsPerMinute, options.AccountRequestsPerMinute) = (2, 2, 2));

        HttpStatusCode[] first = [(await api.PostAsync(path, null, "root")).Status, (await api.PostAsync(path, null, "root")).Status];
        ApiAnswer third = await api.PostAsync(path, null, "root");
        ApiAnswer other = await api.PostAsync(path, null, "eve");

        first.Should().NotContain(HttpStatusCode.TooManyRequests);
        third.Status.Should().Be(HttpStatusCode.TooManyRequests);
        third["code"].Should().Be("too_many_requests");
        other.Status.Should().NotBe(HttpStatusCode.TooManyRequests, "each user has a limit of its own");
    }

    [Fact]
    public async Task An_account_with_many_open_runs_gets_no_further_one_but_those_that_are_open()
    {
        await using TestApi api = await TestApi.StartAsync();
        string account = await api.ConnectAsync("ada");
        string other = await api.ConnectAsync("eve");
        string path = $"/api/v1/ingestion/sync-account/{account}";
        for (int day = 1; day <= 50; day++)
        {
            (await api.PostAsync(path, DayOf(day))).Status.Should().Be(HttpStatusCode.Accepted);
        }

        ApiAnswer refused = await api.PostAsync(path, DayOf(51));

        (refused.Status, refused["code"]).Should().Be((HttpStatusCode.Conflict, "too_many_runs"));
        (await api.PostAsync(path, DayOf(50))).Status.Should().Be(HttpStatusCode.Accepted, "it is open");
        (await api.PostAsync($"/api/v1/ingestion/sync-account/{other}", DayOf(51), "eve")).Status
            .Should().Be(HttpStatusCode.Accepted);

        static string DayOf(int day)
        {
            string date = new DateOnly(2026, 1, 1).AddDays(day)
                .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            return $$"""{"from":"{{date}}","to":"{{date}}"}""";
        }
    }

    [Fact]
    public async Task Answers_are_neither_cached_nor_guessed()
    {
        await using TestApi api = await TestApi.StartAsync();
        using var client = new HttpClient { BaseAddress = api.Address };

        foreach (RouteEndpoint endpoint in api.Endpoints)
        {
            using var request = new HttpRequestMessage(new HttpMethod(TestApi.MethodOf(endpoint)), TestApi.PathOf(endpoint, "1", "1"));
            request.Headers.Add(UserHeaderHandler.Header, "root");
            using HttpResponseMessage response = await client.SendAsync(request);
            response.Headers.CacheControl!.NoStore.Should().BeTrue(endpoint.DisplayName);
            response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        }
    }

    [Fact]
    public async Task Whoever_changes_something_is_noted()
    {
        var logs = new LogCapture();
        await using TestApi api = await TestApi.StartAsync(ppcAds =>
        {
            ppcAds.UseInMemory();
            ppcAds.Services.AddSingleton<ILoggerProvider>(logs);
        });
        string account = await api.ConnectAsync("ada");
        string run = (await api.PostAsync($"/api/v1/ingestion/sync-account/{account}"))["run_id"];
        await api.PostAsync($"/api/v1/accounts/{account}/credentials", api.Credentials("wrong"));
        await api.SendAsync("DELETE", $"/api/v1/ingestion/runs/{run}");
        await api.SendAsync("PATCH", $"/api/v1/accounts/{account}", "ada", """{"company_name":"Acme Ltd"}""");
        await api.SendAsync("DELETE", $"/api/v1/accounts/{account}/credentials");
        await api.SendAsync("DELETE", $"/api/v1/accounts/{account}");
        await api.PostAsync("/api/v1/ingestion/sync-all", null, "eve");

        string[] audit = [.. logs.Lines.Where(line => line.Contains("ada ", StringComparison.Ordinal) && line.Contains("PpcAds.Sdk.Audit", StringComparison.Ordinal))];

        foreach (string what in (string[])["added account", "stored credentials", "requested a sync", "that Amazon refuses", "cancelled run", "changed account", "removed the credentials", "closed account"])
        {
            audit.Should().ContainSingle(line => line.Contains(what, StringComparison.Ordinal));
        }

        audit.Should().NotContain(line => line.Contains("acme.example", StringComparison.Ordinal));
    }

    private static void AddUsers(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(UserHeaderHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, UserHeaderHandler>(UserHeaderHandler.SchemeName, null);
        builder.Services.AddAuthorization();
    }

    private static Task<ApiAnswer> SendAsync(
        TestApi api, RouteEndpoint endpoint, string? user, string account = "1", string run = "1", string body = "{}") =>
        api.SendAsync(TestApi.MethodOf(endpoint), TestApi.PathOf(endpoint, account, run), user, TestApi.TakesBody(endpoint) ? body : null);
}
