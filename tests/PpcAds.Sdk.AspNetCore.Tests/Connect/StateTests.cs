using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Connect;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Whoever comes back must be the one who left, once and in time.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task A_replayed_answer_is_refused()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(services: services => services.AddSingleton<IPpcAdsConnectedHandler>(new RecordingHandler()));
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);
        await browser.GetAsync(callback);
        int asked = world.Amazon.Requests.Count("lwa.token");

        Page replayed = await browser.GetAsync(callback);

        (replayed.Status, replayed.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_unknown"));
        world.Amazon.Requests.Count("lwa.token").Should().Be(asked, "Amazon is not even asked");
    }

    [Fact]
    public async Task A_replayed_answer_is_refused_by_every_instance_even_if_the_ticket_was_kept()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost first = await world.StartHostAsync();
        ConnectHost second = await world.StartHostAsync();
        using var browser = new Browser(first, "ada");
        using var keeper = new Browser(first, "ada");
        Uri callback = await browser.LeaveAsync(first, world.Adas);
        keeper.Take(browser.Tickets);
        await browser.GetAsync(callback);

        Page here = await keeper.GetAsync(callback);
        Page there = await keeper.GetAsync(new UriBuilder(callback) { Port = second.BaseAddress.Port }.Uri);

        (here.Status, here.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_used"));
        (there.Status, there.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_used"));
    }

    [Fact]
    public async Task Of_two_returns_at_once_one_is_taken()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);

        Page[] pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.GetAsync(callback)));

        pages.Count(page => page.Status == HttpStatusCode.OK).Should().Be(1);
    }

    [Fact]
    public async Task An_answer_in_another_browser_is_refused()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var adas = new Browser(host, "ada");
        using var bobs = new Browser(host, "bob");
        Uri callback = await adas.LeaveAsync(host, world.Adas);

        Page page = await bobs.GetAsync(callback);

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_unknown"));
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
    }

    [Theory]
    [InlineData("bob")]
    [InlineData(null)]
    public async Task An_answer_under_another_user_is_refused_even_with_the_ticket(string? user)
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.MayConnect = (_, _, _) => new(true));
        using var adas = new Browser(host, "ada");
        using var thief = new Browser(host, user);
        Uri callback = await adas.LeaveAsync(host, world.Adas);
        thief.Take(adas.Tickets);

        Page page = await thief.GetAsync(callback);

        (page.Status, page.Code).Should().Be((HttpStatusCode.Forbidden, "connect_state_foreign"));
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
        (await adas.GetAsync(callback)).Status.Should().Be(HttpStatusCode.OK, "it is still hers");
    }

    [Fact]
    public async Task A_thief_who_swaps_the_code_gets_it_into_nobodys_account()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var adas = new Browser(host, "ada");
        using var bobs = new Browser(host, "bob");
        Uri hers = await adas.LeaveAsync(host, world.Adas);
        Uri his = await bobs.LeaveAsync(host, world.Bobs);

        // Her code under his state: PKCE binds the code to the browser that asked for it.
        Page page = await bobs.GetAsync(With(his, "code", Value(hers, "code")));

        (page.Status, page.Code).Should().Be((HttpStatusCode.UnprocessableEntity, "connect_code_refused"));
        (await world.Tokens.FindAsync(world.Bobs)).Should().BeNull();
    }

    [Fact]
    public async Task An_answer_that_is_too_late_is_refused()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(options => options.StateLifetime = TimeSpan.FromMinutes(3));
        using var browser = new Browser(host, "ada");
        Uri inTime = await browser.LeaveAsync(host, world.Adas);
        world.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromSeconds(1));
        (await browser.GetAsync(inTime)).Status.Should().Be(HttpStatusCode.OK);
        Uri late = await browser.LeaveAsync(host, world.Adas);

        world.Advance(TimeSpan.FromMinutes(3));
        Page page = await browser.GetAsync(late);

        (page.Status, page.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_expired"));
        browser.Tickets.Should().BeEmpty();
    }

    [Fact]
    public async Task A_code_that_Amazon_no_longer_takes_stores_nothing()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        await world.Storage.Accounts.SetStatusAsync(world.Adas, AccountStatus.NeedsConsent);
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);

        world.Advance(TimeSpan.FromMinutes(6));
        Page page = await browser.GetAsync(callback);

        (page.Status, page.Code).Should().Be((HttpStatusCode.UnprocessableEntity, "connect_code_refused"));
        page.Text.Should().Contain("invalid_grant").And.Contain("begin again").And.NotContain(Value(callback, "code"));
        (await world.Tokens.FindAsync(world.Adas)).Should().BeNull();
        (await world.StatusAsync(world.Adas)).Should().Be(AccountStatus.NeedsConsent);
    }

    [Fact]
    public async Task A_changed_or_foreign_ticket_is_none()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        using var second = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);
        Uri other = await second.LeaveAsync(host, world.Adas);
        Cookie ticket = browser.Tickets.Single();
        Cookie foreign = second.Tickets.Single();

        foreach (string value in (string[])[ticket.Value[..^2] + "AA", "AAAA", "not base64!", foreign.Value, ""])
        {
            using var forger = new Browser(host, "ada");
            forger.Take([new Cookie(ticket.Name, value, ticket.Path, ticket.Domain)]);
            (await forger.GetAsync(callback)).Code.Should().Be("connect_state_unknown", value);
        }

        (await browser.GetAsync(callback)).Status.Should().Be(HttpStatusCode.OK);
        (await second.GetAsync(other)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_hosts_keys_encrypted_for_something_else_is_no_ticket()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync();
        using var browser = new Browser(host, "ada");
        Uri callback = await browser.LeaveAsync(host, world.Adas);
        Cookie ticket = browser.Tickets.Single();
        string own = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("session").Protect("""{"account_id":1}""");
        using var forger = new Browser(host, "ada");
        forger.Take([new Cookie(ticket.Name, own, ticket.Path, ticket.Domain)]);

        (await forger.GetAsync(callback)).Code.Should().Be("connect_state_unknown");
    }

    internal static string Value(Uri address, string name) => System.Web.HttpUtility.ParseQueryString(address.Query)[name]!;

    internal static Uri With(Uri address, string name, string value)
    {
        System.Collections.Specialized.NameValueCollection query = System.Web.HttpUtility.ParseQueryString(address.Query);
        query[name] = value;
        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
