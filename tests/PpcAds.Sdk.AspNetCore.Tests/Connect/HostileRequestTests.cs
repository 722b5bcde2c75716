using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Requests that nobody's browser makes by itself.</summary>
public sealed class HostileRequestTests
{
    private static readonly string State = new('A', 43);

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/a\\b")]
    [InlineData("~/settings")]
    [InlineData("settings")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nSet-Cookie: session=bob")]
    [InlineData("/caf\u00e9")]
    [InlineData(" /settings")]
    [InlineData("")]
    public async Task No_request_chooses_another_host_to_come_back_to(string returnUrl)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(host.Start(world.Adas, $"?return_url={Uri.EscapeDataString(returnUrl)}"));

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        JsonNode.Parse(page.Text)!["errors"]!["return_url"]![0]!.GetValue<string>().Should().Contain("one path of this host");
        page.Text.Should().NotContain("evil");
        browser.Tickets.Should().BeEmpty();
    }

    [Theory]
    [InlineData("?return_url=/a&return_url=/b", "return_url")]
    [InlineData("?region=US", "region")]
    [InlineData("?region=", "region")]
    [InlineData("?region=0", "region")]
    [InlineData("?region=NA&region=EU", "region")]
    public async Task Wrong_parameters_are_told_by_their_name(string query, string field)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(host.Start(world.Adas, query));

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadRequest, "invalid"));
        ((JsonObject)JsonNode.Parse(page.Text)!["errors"]!).Select(pair => pair.Key).Should().Equal(field);
    }

    [Fact]
    public async Task A_long_address_to_come_back_to_fits_into_the_ticket_and_a_longer_one_is_refused()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        string longest = "/" + new string('"', 999);

        Page tooLong = await browser.GetAsync(host.Start(world.Adas, $"?return_url=/{new string('a', 1000)}"));
        Uri callback = await browser.LeaveAsync(host, world.Adas, $"?return_url={Uri.EscapeDataString(longest)}");
        Cookie ticket = browser.Tickets.Single();
        Page back = await browser.GetAsync(callback);

        tooLong.Status.Should().Be(HttpStatusCode.BadRequest);
        $"{ticket.Name}={ticket.Value}".Length.Should().BeLessThan(4096);
        Uri.UnescapeDataString(back.Headers["Location"]).Should().Be(longest);
    }

    [Fact]
    public async Task Unknown_parameters_go_nowhere()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page left = await browser.GetAsync(host.Start(world.Adas, "?redirect_uri=https://evil.example&scope=profile&state=mine&client_id=mine"));

        HttpUtility.ParseQueryString(left.Location!.Query)["redirect_uri"].Should().Be(host.Callback.AbsoluteUri);
        left.Location.Query.Should().NotContain("evil").And.NotContain("mine");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?state={state}")]
    [InlineData("?state=&code=x")]
    [InlineData("?state=short&code=x")]
    [InlineData("?state={state}&state={state}&code=x")]
    [InlineData("?state={state}&code=x&code=y")]
    [InlineData("?state={state}&code=x&error=access_denied")]
    [InlineData("?state={state}AAAA&code=x")]
    [InlineData("?state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D%3D&code=x")]
    [InlineData("?state=%3Cscript%3Ealert(1)%3C/script%3EAAAAAAAAAAAAAAAA&code=x")]
    [InlineData("?state=.PpcAds.Connect.%0D%0ASet-Cookie:%20session=b&code=x")]
    public async Task What_is_no_answer_of_Amazons_is_refused(string query)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(new Uri(host.Callback, query.Replace("{state}", State, StringComparison.Ordinal)));

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadRequest, "connect_malformed"));
        page.Text.Should().NotContain("script").And.NotContain("session");
    }

    [Fact]
    public async Task A_state_that_nobody_was_given_is_refused_without_a_trace_in_the_store()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(new Uri(host.Callback, $"?state={State}&code=x"));

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_unknown"));
        world.Amazon.Requests.Count("lwa.token").Should().Be(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{long}")]
    public async Task An_empty_or_endless_code_is_not_sent_to_Amazon(string code)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);

        Page page = await browser.GetAsync(StateTests.With(callback, "code", code.Replace("{long}", new string('x', 3000), StringComparison.Ordinal)));

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadRequest, "connect_malformed"));
        world.Amazon.Requests.Count("lwa.token").Should().Be(0);
    }

    [Theory]
    [InlineData("server_error", "server_error")]
    [InlineData("invalid_scope", "invalid_scope")]
    [InlineData("<script>alert(1)</script>", "an error that is not known")]
    [InlineData("x\r\nforged log line", "an error that is not known")]
    public async Task Other_errors_of_Amazons_are_told_in_words_of_ours(string error, string told)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri left = await browser.LeaveAsync(host, world.Adas);

        Page page = await browser.GetAsync(new Uri(
            host.Callback, $"?state={StateTests.Value(left, "state")}&error={Uri.EscapeDataString(error)}&error_description=%3Cb%3Eforged"));

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadGateway, "connect_amazon_error"));
        page.Text.Should().Contain(told).And.NotContain("script").And.NotContain("forged");
        world.Logs.Lines.Should().NotContain(line => line.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_host_is_stopped_by_Amazons_list_of_addresses()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        using var forged = new HttpRequestMessage(HttpMethod.Get, host.Start(world.Adas)) { Headers = { Host = "localhost:1" } };

        Page left = await browser.SendAsync(forged);
        Page refused = await browser.GetAsync(left.Location!);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Location.Should().BeNull();
    }

    [Fact]
    public async Task A_host_that_was_asked_without_https_is_told_what_to_set()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        using var http = new HttpRequestMessage(HttpMethod.Get, host.Start(world.Adas)) { Headers = { Host = "app.example.com" } };

        Page page = await browser.SendAsync(http);

        (page.Status, page.Code).Should().Be((HttpStatusCode.InternalServerError, "connect_address_invalid"));
        page.Text.Should().Contain("RedirectUri");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_GET_is_taken(string method)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        using var message = new HttpRequestMessage(new HttpMethod(method), host.Start(world.Adas));

        (await browser.SendAsync(message)).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_wrong_secret_of_the_host_is_told_with_Amazons_reason()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(sdk: options => options.Application!.ClientSecret = "amzn1.oa2-cs.v1.wrong");
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadGateway, "connect_code_refused"));
        page.Text.Should().Contain("invalid_client").And.NotContain("amzn1.oa2-cs");
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
    }

    [Fact]
    public async Task A_store_that_is_down_is_told_without_details()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.MayConnect = (_, _, _) =>
            throw new PpcAdsStorageException("Failed to connect to db-7.internal:5432", isTransient: true));
        ConnectHost broken = await world.StartHostAsync(options => options.MayConnect = (_, _, _) => throw new InvalidOperationException("db-7.internal"));
        using var browser = new Browser(host, "ada");

        Page down = await browser.GetAsync(host.Start(world.Adas));
        Page failed = await browser.GetAsync(broken.Start(world.Adas));

        (down.Status, down.Code).Should().Be((HttpStatusCode.ServiceUnavailable, "storage_unavailable"));
        (failed.Status, failed.Code).Should().Be((HttpStatusCode.InternalServerError, "failed"));
        (down.Text + failed.Text).Should().NotContain("db-7");
        world.Logs.Lines.Should().Contain(line => line.Contains("db-7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flood_of_starts_and_returns_is_limited_by_user_and_costs_few_calls_to_Amazon()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(
            options => options.RequestsPerMinute = new PpcAdsConnectOptions().RequestsPerMinute);
        using var browser = new Browser(host, "ada");
        using var other = new Browser(host, "bob");
        var pages = new List<Page>();

        for (int i = 0; i < 20; i++)
        {
            Page left = await browser.GetAsync(host.Start(world.Adas));
            string state = left.Location is { } amazon ? HttpUtility.ParseQueryString(amazon.Query)["state"]! : State;
            pages.Add(await browser.GetAsync(new Uri($"{host.Callback}?state={state}&code=made-up-{i}")));
        }

        world.Amazon.Requests.Count("lwa.token").Should().Be(5);
        pages.Take(5).Should().OnlyContain(page => page.Code == "connect_code_refused");
        pages.Skip(5).Should().OnlyContain(
            page => page.Status == HttpStatusCode.TooManyRequests && page.Code == "too_many_requests");
        int.Parse(pages[^1].Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).Should().BeInRange(1, 60);
        (await other.GetAsync(host.Start(world.Bobs))).Status.Should().Be(
            HttpStatusCode.Redirect, "each user has a limit of its own");
    }

    [Fact]
    public async Task Those_who_left_before_cannot_all_come_back_at_once()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost first = await world.StartHostAsync();
        ConnectHost second = await world.StartHostAsync(
            options => options.RequestsPerMinute = new PpcAdsConnectOptions().RequestsPerMinute);
        using var browser = new Browser(first, "ada");
        var callbacks = new List<Uri>();
        for (int i = 0; i < 10; i++)
        {
            callbacks.Add(await browser.LeaveAsync(first, world.Adas));
        }

        var pages = new List<Page>();
        foreach (Uri callback in callbacks)
        {
            Uri address = StateTests.With(callback, "code", "made-up");
            pages.Add(await browser.GetAsync(new UriBuilder(address) { Port = second.BaseAddress.Port }.Uri));
        }

        world.Amazon.Requests.Count("lwa.token").Should().Be(5, "a connection takes two of the ten requests");
        pages.Skip(5).Should().OnlyContain(page => page.Status == HttpStatusCode.TooManyRequests && page.Headers.ContainsKey("Retry-After"));
    }

    [Theory]
    [InlineData("57P03", true)]
    [InlineData("23505", false)]
    public async Task A_database_that_is_down_and_one_that_refuses_a_statement_differ_however_they_are_wrapped(
        string state, bool isDown)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(
            options => options.MayConnect = (_, _, _) => throw WrappedException.Of(state));
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(host.Start(world.Adas));

        (page.Status, page.Code).Should().Be(
            isDown
                ? (HttpStatusCode.ServiceUnavailable, "storage_unavailable")
                : (HttpStatusCode.InternalServerError, "failed"));
        page.Headers.ContainsKey("Retry-After").Should().Be(isDown);
    }

    [Fact]
    public async Task A_browser_that_leaves_does_not_stop_what_it_began()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync(inRealTime: true);
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);
        world.Amazon.Faults.Add(SimulatorFault.Late("lwa.token", TimeSpan.FromMilliseconds(600)));
        using var leaving = new CancellationTokenSource();

        Task<Page> back = browser.GetAsync(callback, leaving.Token);
        while (world.Amazon.Faults.Hits == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, leaving.Token);
        }

        await leaving.CancelAsync();
        await ((Func<Task>)(() => back)).Should().ThrowAsync<OperationCanceledException>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (await world.Tokens.FindAsync(world.Adas, limit.Token) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    [Fact]
    public async Task No_secret_is_in_a_log_or_an_answer()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        var pages = new List<Page>();
        Uri connected = await browser.LeaveAsync(host, world.Adas);
        pages.Add(await browser.GetAsync(connected));
        pages.Add(await browser.GetAsync(connected));
        Uri swapped = await browser.LeaveAsync(host, world.Adas);
        pages.Add(await browser.GetAsync(StateTests.With(swapped, "code", StateTests.Value(connected, "code"))));
        LwaCredentials stored = (await world.Tokens.FindAsync(world.Adas))!;
        string[] secrets =
        [
            stored.RefreshToken, stored.ClientSecret, StateTests.Value(connected, "code"), StateTests.Value(swapped, "code"),
            StateTests.Value(connected, "state"), StateTests.Value(swapped, "state"),
        ];

        string logs = string.Join('\n', world.Logs.Lines);
        logs.Should().Contain($"Account {world.Adas} is connected by user id-ada").And.Contain("Login with Amazon gave no grant");
        foreach (string secret in secrets)
        {
            logs.Should().NotContain(secret);
            pages.Should().NotContain(page => page.Text.Contains(secret, StringComparison.Ordinal));
        }
    }
}
