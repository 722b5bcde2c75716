using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Who may connect which account.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Both_endpoints_are_closed_until_the_host_opens_them()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.MayConnect = null);
        using var browser = new Browser(host, "ada");

        foreach (Uri address in (Uri[])[host.Start(world.Adas), host.Callback, new Uri(host.Callback, "?state=x&code=y")])
        {
            Page page = await browser.GetAsync(address);
            (page.Status, page.Code).Should().Be((HttpStatusCode.Forbidden, "connect_not_opened"));
            page.Headers.Should().NotContainKey("Set-Cookie");
        }

        world.Logs.Lines.Should().Contain(line => line.Contains("PpcAdsConnectOptions.MayConnect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_see_an_account_may_connect_it_unless_the_host_says_otherwise()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(
            options => options.MayConnect = null, services => services.AddSingleton<IPpcAdsAccessPolicy>(new OneAccountPolicy(world.Adas)));
        using var browser = new Browser(host, "ada");

        Page adas = await browser.GetAsync(host.Start(world.Adas));
        Page bobs = await browser.GetAsync(host.Start(world.Bobs));

        adas.Status.Should().Be(HttpStatusCode.Redirect);
        (bobs.Status, bobs.Code).Should().Be((HttpStatusCode.NotFound, "not_found"));
    }

    [Fact]
    public async Task Nobody_learns_which_accounts_there_are()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        using var stranger = new Browser(host, null);

        Page bobs = await browser.GetAsync(host.Start(world.Bobs));
        Page allowedButNotThere = await browser.GetAsync(host.Start(new AccountId(999)));
        Page strange = await stranger.GetAsync(host.Start(world.Adas));

        (bobs.Status, bobs.Code).Should().Be((HttpStatusCode.NotFound, "not_found"));
        allowedButNotThere.WithoutTrace.Should().Be(bobs.WithoutTrace);
        strange.WithoutTrace.Should().Be(bobs.WithoutTrace);
        browser.Tickets.Should().BeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("%D9%A1")]
    [InlineData("1%20or%201=1")]
    [InlineData("1;DROP%20TABLE%20ppc_accounts")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task What_is_no_id_is_no_account(string id)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.MayConnect = (_, _, _) => new(true));
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(new Uri(host.BaseAddress, $"connect/amazon/{id}"));

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Text.Should().NotContain("script").And.NotContain("DROP");
    }

    [Fact]
    public async Task Rights_that_were_taken_meanwhile_are_missed_on_the_way_back()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);

        world.RightsAreTaken = true;
        Page page = await browser.GetAsync(callback);

        (page.Status, page.Code).Should().Be((HttpStatusCode.NotFound, "not_found"));
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
    }

    [Fact]
    public async Task A_deleted_account_is_connected_neither_before_nor_after()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);
        await host.Services.GetRequiredService<AccountManager>().DeleteAsync(world.Adas);

        Page back = await browser.GetAsync(callback);
        Page start = await browser.GetAsync(host.Start(world.Adas));

        (back.Status, back.Code).Should().Be((HttpStatusCode.Conflict, "account_closed"));
        (start.Status, start.Code).Should().Be((HttpStatusCode.Conflict, "account_closed"));
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
        (await world.StatusAsync(world.Adas)).Should().Be(AccountStatus.Closed);
    }

    [Fact]
    public async Task A_user_who_cannot_be_told_from_others_is_refused()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.UserId = context => context.User.FindFirst("no such claim")?.Value);
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(host.Start(world.Adas));

        (page.Status, page.Code).Should().Be((HttpStatusCode.Forbidden, "connect_user_without_id"));
    }

    [Theory]
    [InlineData(ClaimTypes.NameIdentifier, "7", "7")]
    [InlineData("sub", "8", "8")]
    [InlineData(ClaimTypes.Name, "ada", "ada")]
    [InlineData("email", "ada@example.com", null)]
    public void Users_are_told_apart_by_their_id(string type, string value, string? id)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(type, value)], "any")) };

        new PpcAdsConnectOptions().UserId(context).Should().Be(id);
    }

    [Fact]
    public async Task An_application_whose_users_do_not_sign_in_can_open_it_all_the_same()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.MayConnect = (_, _, _) => new(true));
        using var browser = new Browser(host, null);
        using var other = new Browser(host, null);
        Uri callback = await browser.LeaveAsync(host, world.Adas);

        (await other.GetAsync(callback)).Code.Should().Be("connect_state_unknown", "the cookie binds it to the browser");
        (await browser.GetAsync(callback)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Conventions_of_the_host_hold_for_both_endpoints()
    {
        await using ConnectHost host = await ConnectHost.StartAsync(
            services =>
            {
                services.AddDataProtection().UseEphemeralDataProtectionProvider();
                services.AddScannedPpcAds(options => options.Application = new LwaApplication { ClientId = "id", ClientSecret = "amzn1.oa2-cs.v1.x" })
                    .UseInMemory().AddConnectWithAmazon();
            },
            map: app => app.MapPpcAdsConnect("/ads").WithMetadata("the host's"));

        IReadOnlyList<RouteEndpoint> endpoints =
            [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().OrderBy(endpoint => endpoint.RoutePattern.RawText, StringComparer.Ordinal)];

        endpoints.Select(endpoint => endpoint.RoutePattern.RawText).Should().Equal("/ads/connect/amazon/callback", "/ads/connect/amazon/{accountId}");
        endpoints.Should().OnlyContain(endpoint => endpoint.Metadata.GetMetadata<string>() == "the host's");
    }

    [Fact]
    public async Task Endpoints_without_their_services_are_told_when_they_are_mapped()
    {
        Func<Task> start = () => ConnectHost.StartAsync(services => services.AddScannedPpcAds());

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*AddConnectWithAmazon*");
    }
}
