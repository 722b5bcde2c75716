using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.Dashboard.Tests.Hosting;

namespace PpcAds.Sdk.Dashboard.Tests.Security;

/// <summary>Every page, form and asset is behind the guard.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("Production", "You are not signed in as someone who may see this page.")]
    [InlineData("Development",
        "This dashboard is closed until the service says who may see it. Add .RequireAuthorization() to MapPpcAdsDashboard.")]
    public async Task All_is_closed_until_the_host_says_who_may_see_it(string environment, string words)
    {
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup { Environment = environment }, _ => { }, (app, configure) =>
                app.MapPpcAdsDashboard("/ads", configure));
        using var visitor = new Visitor(host);
        host.Endpoints.Should().HaveCountGreaterThan(15);

        foreach (RouteEndpoint endpoint in host.Endpoints)
        {
            using var request = new HttpRequestMessage(MethodOf(endpoint), new Uri(PathOf(endpoint), UriKind.Relative));
            using HttpResponseMessage response = await visitor.SendAsync(request);
            response.StatusCode.Should().Be(HttpStatusCode.Forbidden, endpoint.RoutePattern.RawText);
            string html = await response.Content.ReadAsStringAsync();
            html.Should().Contain(words, endpoint.RoutePattern.RawText).And.NotContain("class=\"rail\"");
        }
    }

    [Fact]
    public async Task Opened_on_purpose_it_needs_no_policy()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup(), _ => { }, (app, configure) =>
                app.MapPpcAdsDashboard("/ads", configure).AllowUnprotectedPpcAds());
        using var visitor = new Visitor(host, user: null);

        (await visitor.GetAsync("/ads")).Status.Should().Be(HttpStatusCode.OK);
        (await visitor.GetAsync(visitor.Page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!))
            .Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_visitor_who_is_not_signed_in_gets_nothing()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var visitor = new Visitor(host, user: null);

        foreach (RouteEndpoint endpoint in host.Endpoints)
        {
            using var request = new HttpRequestMessage(MethodOf(endpoint), new Uri(PathOf(endpoint), UriKind.Relative));
            using HttpResponseMessage response = await visitor.SendAsync(request);
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized, endpoint.RoutePattern.RawText);
        }
    }

    [Fact]
    public async Task Behind_a_prefix_of_the_host_all_addresses_are_right()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup(),
            _ => { },
            (app, configure) =>
            {
                app.UsePathBase("/shop");
                app.UseRouting();
                app.MapGroup("/inner").MapPpcAdsDashboard("/ads", configure).AllowUnprotectedPpcAds();
            });
        using var visitor = new Visitor(host, user: null);

        await visitor.GetAsync("/shop/inner/ads");

        visitor.Page.Status.Should().Be(HttpStatusCode.OK);
        visitor.Page.Link("Accounts").GetAttribute("href").Should().Be("/shop/inner/ads/accounts");
        (await visitor.GetAsync(visitor.Page.Document.QuerySelector("script")!.GetAttribute("src")!)).Status.Should()
            .Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Too_many_tries_are_answered_with_when_to_try_again()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(
            new DashboardSetup { Limits = limits => limits.CredentialRequestsPerMinute = 1 });
        var account = await host.AddAccountAsync(isConnected: false);
        using var visitor = new Visitor(host);
        for (int i = 0; i < 2; i++)
        {
            await visitor.GetAsync($"/ads/accounts/{account.AccountId}/connect");
            await visitor.PressAsync("Try and store", ("refresh-token", "Atza|x"));
        }

        visitor.Page.Status.Should().Be(HttpStatusCode.TooManyRequests);
        visitor.Page.Text.Should().MatchRegex(@"1 tries a minute are allowed\. Try again in \d+ seconds\.");
    }

    /// <summary>Another user gets the same for what is not theirs as for what is not there.</summary>
    [Fact]
    public async Task Another_user_sees_nothing_by_address()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        var account = await host.AddAccountAsync("Adas secret shop", isConnected: true);
        using var ada = new Visitor(host);
        await ada.GetAsync("/ads/accounts");
        await ada.PressAsync("Sync now");
        string run = ada.Page.Address.AbsolutePath.Split('/')[^1];
        using var bob = new Visitor(host, "bob");

        foreach (RouteEndpoint endpoint in host.Endpoints.Where(one => MethodOf(one) == HttpMethod.Get))
        {
            string path = PathOf(endpoint, account.AccountId.ToString(), run);
            VisitedPage page = await bob.GetAsync(path);
            page.Html.Should().NotContain("Adas secret shop", path);
            if (path.Contains($"/accounts/{account.AccountId}", StringComparison.Ordinal) || path
                .Contains($"/runs/{run}", StringComparison.Ordinal))
            {
                page.Status.Should().Be(HttpStatusCode.NotFound, path);
                page.Html.Should().Contain("There is no such page, or it is not yours to see.");
            }
        }

        (await bob.GetAsync($"/ads?account={account.AccountId}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.GetAsync($"/ads/runs?account={account.AccountId}")).Status.Should().Be(HttpStatusCode.NotFound);
        foreach (string form in new[] { "pause", "resume", "sync", "close", "rename", "credentials" })
        {
            await bob.GetAsync("/ads/accounts/new");
            string key = bob.Page.Document.QuerySelector("input[name=form-key]")!.GetAttribute("value")!;
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/ads/accounts/{account.AccountId}/{form}")
            {
                Content = new FormUrlEncodedContent([new("form-key", key), new("name", "Adas secret shop")]),
            };
            using HttpResponseMessage answer = await bob.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound, form);
        }

        (await host.Storage.Accounts.FindAsync(account.AccountId))!.Status.Should().Be(Accounts.AccountStatus.Active);
    }

    private static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);

    private static string PathOf(RouteEndpoint endpoint, string account = "1", string run = "1") =>
        "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
            .Replace("{accountId}", account, StringComparison.Ordinal).Replace("{runId}", run, StringComparison.Ordinal)
            .Replace("{hash}", "0", StringComparison.Ordinal).Replace("{file}", "dashboard.css", StringComparison.Ordinal)
            .Replace("{**path}", "nothing", StringComparison.Ordinal);
}
