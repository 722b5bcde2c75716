using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>The way to Amazon's page and back, over HTTP.</summary>
public sealed class ConsentFlowTests
{
    [Fact]
    public async Task An_advertiser_consents_on_the_page_and_the_account_is_connected_and_synced()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync(SimulatorConsentAnswer.Ask, inRealTime: true);
        ConnectHost host = await world.StartHostAsync(prefix: "/api/v1");
        await world.Storage.Accounts.SetStatusAsync(world.Adas, AccountStatus.NeedsConsent);
        using var browser = new Browser(host, "ada");

        Page left = await browser.GetAsync(host.Start(world.Adas, "?region=EU&return_url=/settings%3Ftab=ads"));
        left.Location!.AbsoluteUri.Should().StartWith(world.Amazon.GetConsentEndpoint(SimulatorRegion.EU).AbsoluteUri);
        Page asked = await browser.GetAsync(left.Location);
        asked.Text.Should().Contain("Allow").And.Contain("advertising::campaign_management");
        Page pressed = await browser.PressAsync(left.Location, asked, "allow");
        pressed.Location!.AbsoluteUri.Should().StartWith(host.Callback.AbsoluteUri + "?code=");
        Page back = await browser.GetAsync(pressed.Location);

        back.Status.Should().Be(HttpStatusCode.Redirect, back.Text);
        back.Location!.OriginalString.Should().Be("/settings?tab=ads");
        LwaCredentials? stored = await world.Tokens.FindAsync(world.Adas);
        stored.Should().Be(new LwaCredentials(world.Amazon.ClientId, world.Amazon.ClientSecret, world.Amazon.Tokens.Grants[^1].RefreshToken));
        (await world.StatusAsync(world.Adas)).Should().Be(AccountStatus.Active);
        (await world.Storage.Accounts.FindAsync(world.Adas))!.ConsentedAt.Should().BeCloseTo(world.Time.GetUtcNow(), TimeSpan.FromMinutes(2));
        browser.Tickets.Should().BeEmpty();
        (await host.Services.GetRequiredService<IngestionRuns>().ListAsync(world.Adas)).Items.Should().ContainSingle(
            "the first sync is a run like any other").Which.Request.Key.Should().Be($"account/{world.Adas}");
    }

    [Theory]
    [InlineData("", SimulatorRegion.NA)]
    [InlineData("?region=NA", SimulatorRegion.NA)]
    [InlineData("?region=eu", SimulatorRegion.EU)]
    [InlineData("?region=FE", SimulatorRegion.FE)]
    public async Task Each_region_has_its_page(string query, SimulatorRegion region)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page left = await browser.GetAsync(host.Start(world.Adas, query));

        left.Location!.GetLeftPart(UriPartial.Path).Should().Be(world.Amazon.GetConsentEndpoint(region).AbsoluteUri);
    }

    [Theory]
    [InlineData(AmazonAdsRegion.NorthAmerica, "https://www.amazon.com/ap/oa")]
    [InlineData(AmazonAdsRegion.Europe, "https://eu.account.amazon.com/ap/oa")]
    [InlineData(AmazonAdsRegion.FarEast, "https://apac.account.amazon.com/ap/oa")]
    public void The_pages_are_Amazons_unless_the_host_says_otherwise(AmazonAdsRegion region, string address) =>
        new AmazonAdsEndpoints().GetConsent(region).AbsoluteUri.Should().Be(address);

    [Fact]
    public async Task The_page_is_asked_with_state_and_challenge_and_no_secret()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page first = await browser.GetAsync(host.Start(world.Adas));
        Page second = await browser.GetAsync(host.Start(world.Adas));

        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(first.Location!.Query);
        query["client_id"].Should().Be(world.Amazon.ClientId);
        query["scope"].Should().Be("advertising::campaign_management");
        query["response_type"].Should().Be("code");
        query["redirect_uri"].Should().Be(host.Callback.AbsoluteUri);
        query["code_challenge_method"].Should().Be("S256");
        query["state"].Should().HaveLength(43).And.NotBe(HttpUtility.ParseQueryString(second.Location!.Query)["state"]);
        query["code_challenge"].Should().HaveLength(43).And.NotBe(HttpUtility.ParseQueryString(second.Location.Query)["code_challenge"]);
        query.Count.Should().Be(7);
        first.Location.AbsoluteUri.Should().NotContain(world.Amazon.ClientSecret);
        first.Headers["Cache-Control"].Should().Be("no-store");
        first.Headers["Referrer-Policy"].Should().Be("no-referrer");
        string cookie = first.Headers["Set-Cookie"];
        cookie.Should().Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/connect/amazon/callback").And.Contain("max-age=600");
        cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Should().NotContain(query["state"]!, "it is encrypted");
        browser.Tickets.Should().HaveCount(2, "two tabs do not overwrite one another");
    }

    [Fact]
    public async Task Two_tabs_both_come_back()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri first = await browser.LeaveAsync(host, world.Adas);
        Uri second = await browser.LeaveAsync(host, world.Adas);

        (await browser.GetAsync(second)).Status.Should().Be(HttpStatusCode.OK);
        (await browser.GetAsync(first)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_page_the_answer_is_JSON()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");

        Page back = await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));

        JsonNode.Parse(back.Text)!.ToJsonString().Should().Be($$"""{"account_id":"{{world.Adas}}","status":"connected"}""");
        back.Headers["Cache-Control"].Should().Be("no-store");
    }

    [Fact]
    public async Task The_hosts_pages_are_told_the_account_and_the_refusal()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options =>
        {
            options.ConnectedPage = "/done?from=amazon";
            options.RefusedPage = "https://app.example.com/refused";
        });
        using var browser = new Browser(host, "ada");

        Page connected = await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));
        world.Amazon.Consent.Answer = SimulatorConsentAnswer.Deny;
        Page refused = await browser.GetAsync(await browser.LeaveAsync(host, world.Adas, "?return_url=/settings"));

        connected.Location!.OriginalString.Should().Be($"/done?from=amazon&account_id={world.Adas}");
        refused.Location!.OriginalString.Should().Be($"https://app.example.com/refused?error=access_denied&account_id={world.Adas}");
    }

    [Fact]
    public async Task Refused_consent_changes_nothing()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync(SimulatorConsentAnswer.Deny);
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);

        Page refused = await browser.GetAsync(callback);

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Forbidden, "connect_consent_refused"));
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
        (await browser.GetAsync(callback)).Code.Should().Be("connect_state_unknown", "its state is used");
    }

    [Fact]
    public async Task Another_instance_takes_the_browser_back()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost first = await world.StartHostAsync();
        ConnectHost second = await world.StartHostAsync();
        using var browser = new Browser(first, "ada");
        Uri callback = await browser.LeaveAsync(first, world.Adas);

        Page back = await browser.GetAsync(new UriBuilder(callback) { Port = second.BaseAddress.Port }.Uri);

        back.Status.Should().Be(HttpStatusCode.OK, back.Text);
        (await world.Tokens.FindAsync(world.Adas)).Should().NotBeNull();
    }

    [Fact]
    public async Task The_address_that_the_host_sets_is_used_in_place_of_the_requests()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(sdk: options => options.Application!.RedirectUri = new Uri("https://app.example.com/ads/callback"));
        using var browser = new Browser(host, "ada");

        Page left = await browser.GetAsync(host.Start(world.Adas));

        HttpUtility.ParseQueryString(left.Location!.Query)["redirect_uri"].Should().Be("https://app.example.com/ads/callback");
        left.Headers["Set-Cookie"].Should().Contain("path=/ads/callback").And.Contain("secure");
    }

    [Fact]
    public async Task A_new_consent_replaces_the_old_grant()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));
        string first = (await world.Tokens.FindAsync(world.Adas))!.RefreshToken;

        await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));

        (await world.Tokens.FindAsync(world.Adas))!.RefreshToken.Should().NotBe(first);
    }
}
