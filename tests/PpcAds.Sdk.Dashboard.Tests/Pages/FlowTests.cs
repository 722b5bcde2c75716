using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Tests.Pages;

/// <summary>The way from nothing to figures, without JavaScript.</summary>
public sealed class FlowTests
{
    [Fact]
    public async Task An_advertiser_is_added_connected_synced_paused_and_closed_by_links_and_forms()
    {
        await using DashboardHost host = await DashboardHost.StartAsync(new DashboardSetup { HasWorker = true });
        using var visitor = new Visitor(host);

        await visitor.GetAsync("/ads");
        visitor.Page.Text.Should().Contain("No account is connected yet. Three steps to the first figures.").And
            .Contain("sample figures, not yours");
        await visitor.PressAsync("Add and go on", ("name", "Example Outfitters"), ("email", "ads@example.com"));
        visitor.Page.Heading.Should().Be("Connect an advertiser");
        visitor.Page.Flash.Should().StartWith("Example Outfitters is added.");

        await visitor.PressAsync("Connect with Amazon", ("region", "EU"));
        visitor.Page.Html.Should().Contain("advertising::campaign_management");
        await visitor.PressAsync("Allow");
        visitor.Page.Text.Should().Contain("Example Outfitters is connected");
        visitor.Page.Text.Should().Contain("The first sync has started.");

        await visitor.ClickAsync("Watch it");
        visitor.Page.Heading.Should().Be("Sync of Example Outfitters");
        visitor.Page.Document.QuerySelector("noscript meta[http-equiv=refresh]").Should().NotBeNull();
        await CompleteAsync(visitor);
        visitor.Page.Text.Should().Contain("reports loaded").And.Contain("Nothing failed.").And.Contain("United");

        await visitor.GetAsync("/ads");
        visitor.Page.Text.Should().Contain("Sales, spend and ACoS by day").And.Contain("complete through");
        visitor.Page.Document.QuerySelectorAll("svg[data-chart] path.ln").Should().NotBeEmpty();

        // Days that still fill in are not compared; settled ones are.
        await visitor.GetAsync("/ads?period=7d");
        visitor.Page.Text.Should().Contain("too early to compare").And.Contain("still filling in").And.NotContain("≈");
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await visitor.GetAsync($"/ads?from={today.AddDays(-20):yyyy-MM-dd}&to={today.AddDays(-14):yyyy-MM-dd}");
        visitor.Page.Text.Should().NotContain("too early to compare").And.NotContain("still filling in").And
            .NotContain("not loaded, so");
        visitor.Page.Document.QuerySelectorAll(".kpis em").Should().HaveCount(5);
        await visitor.GetAsync("/ads?from=2020-01-01&to=2020-01-07");
        visitor.Page.Text.Should().NotContain("$0").And.Contain("No day from 1–7 Jan 2020 is loaded.");

        await visitor.GetAsync("/ads/accounts");
        await visitor.ClickAsync("Manage");
        await visitor.PressAsync("Pause");
        visitor.Page.Flash.Should().StartWith("Example Outfitters is paused.");
        await visitor.PressAsync("Resume");
        visitor.Page.Flash.Should().StartWith("Example Outfitters is active again.");

        await visitor.ClickAsync("Manage");
        await visitor.ClickAsync("Close account");
        visitor.Page.Text.Should().Contain("It cannot be opened again; you can add the company again.");
        await visitor.PressAsync("Close account", ("name", "Another"));
        visitor.Page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        await visitor.PressAsync("Close account", ("name", "Example Outfitters"));
        visitor.Page.Flash.Should().StartWith("Example Outfitters is closed.");
        Account closed = (await host.Storage.Accounts.ListAsync()).Single();
        closed.Status.Should().Be(AccountStatus.Closed);
        (await host.Services.GetRequiredService<ITokenStore>().FindAsync(closed.AccountId)).Should().BeNull();
    }

    [Fact]
    public async Task Credentials_are_tried_before_they_are_stored_and_never_sent_back()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        Account account = await host.AddAccountAsync(isConnected: false);
        using var visitor = new Visitor(host);
        await visitor.GetAsync($"/ads/accounts/{account.AccountId}/connect");

        await visitor.PressAsync("Try and store", ("client-id", host.Amazon.ClientId), ("client-secret", "secret-1"),
            ("refresh-token", "Atza|short"));
        visitor.Page.Text.Should().Contain(
            "A refresh token begins with “Atzr|”. What you pasted looks like an access token, which lasts one hour.");
        visitor.Page.Html.Should().NotContain("secret-1").And.NotContain("Atza|short");

        await visitor.PressAsync(
            "Try and store", ("client-id", host.Amazon.ClientId), ("client-secret", "secret-2"), ("refresh-token", "Atzr|wrong"));
        visitor.Page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        visitor.Page.Text.Should().Contain("Nothing was stored");
        visitor.Page.Html.Should().NotContain("secret-2").And.NotContain("Atzr|wrong");
        (await host.Services.GetRequiredService<ITokenStore>().FindAsync(account.AccountId)).Should().BeNull();

        await visitor.PressAsync(
            "Try and store",
            ("client-id", host.Amazon.ClientId),
            ("client-secret", host.Amazon.ClientSecret),
            ("refresh-token", host.Amazon.RefreshToken));
        visitor.Page.Heading.Should().Be("Acme is connected");
        visitor.Page.Flash.Should().Contain("stored encrypted");
        (await host.Services.GetRequiredService<IngestionRuns>().ListAsync(account.AccountId)).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task An_advertiser_who_says_no_leads_to_a_page_and_nothing_is_stored()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        Account account = await host.AddAccountAsync(isConnected: false);
        using var visitor = new Visitor(host);
        await visitor.GetAsync($"/ads/accounts/{account.AccountId}/connect");

        await visitor.PressAsync("Connect with Amazon");
        await visitor.PressAsync("Cancel");

        visitor.Page.Text.Should().Contain(
            "The advertiser said no. Nothing was stored and nothing changed. You can ask again whenever they are ready.");
        await visitor.ClickAsync("Try again");
        visitor.Page.Heading.Should().Be("Connect an advertiser");
    }

    [Fact]
    public async Task An_answer_that_was_used_before_leads_to_a_page()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        using var visitor = new Visitor(host);

        await visitor.GetAsync($"/ads/connect/amazon/callback?state={new string('A', 43)}&code=x");

        visitor.Page.Text.Should().Contain(
            "This answer of Amazon's is older than 10 minutes, or was used before. Nothing was stored.");
    }

    [Fact]
    public async Task A_run_that_no_worker_takes_is_cancelled_by_one_click()
    {
        await using DashboardHost host = await DashboardHost.StartAsync();
        await host.AddAccountAsync();
        using var visitor = new Visitor(host);
        await visitor.GetAsync("/ads/accounts");
        await visitor.PressAsync("Sync now");
        visitor.Page.Text.Should().Contain("Waits for a worker");

        await visitor.PressAsync("Cancel run");

        visitor.Page.Flash.Should().StartWith("The run is cancelled. What was loaded stays. Sync again");
        await visitor.GetAsync("/ads/runs");
        visitor.Page.Text.Should().Contain("Cancelled");
    }

    private static async Task CompleteAsync(Visitor visitor)
    {
        string address = visitor.Page.Address.ToString();
        long start = TimeProvider.System.GetTimestamp();
        while (visitor.Page.Document.QuerySelector("[data-events]") is not null)
        {
            TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromMinutes(2), visitor.Page.Text);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            await visitor.GetAsync(address);
        }
    }
}
