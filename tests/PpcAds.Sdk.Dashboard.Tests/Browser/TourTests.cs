using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>
/// The short tour: an account, the consent at Amazon's page, the first sync watched to its end, figures that are true.
/// </summary>
[Trait("Category", "Browser")]
public sealed partial class TourTests(Chromium chromium) : IClassFixture<Chromium>
{
    [SkippableFact]
    public async Task An_account_is_connected_watched_and_its_overview_is_the_truth()
    {
        Skip.If(Chromium.SkipReason is not null, Chromium.SkipReason);
        await using DashboardHost host = await DashboardHost.StartAsync(new DashboardSetup
        {
            HasWorker = true,
            Amazon = amazon =>
            {
                // Long enough to be watched.
                amazon.Profiles = 1;
                amazon.ReportGenerationTime = TimeSpan.FromSeconds(4);
            },
        });
        IPage page = await chromium.OpenAsync(host.Address);
        List<string> errors = [];
        page.Console += (_, message) =>
        {
            // The simulator's consent page has no icon.
            if (message.Type == "error" && message.Location.StartsWith(host.Address.ToString(), StringComparison.Ordinal))
            {
                errors.Add(message.Text);
            }
        };

        await page.GotoAsync("/ads");
        await page.GetByLabel("Company").FillAsync("Example Outfitters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect with Amazon" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await page.GetByText("The first sync has started.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Watch it" }).ClickAsync();

        // Nothing loads the page again: the stream brings it to its end.
        await Assertions.Expect(page).ToHaveTitleAsync(DoneTitle(), new() { Timeout = 120_000 });
        (await page.Locator("[data-live=summary]").InnerTextAsync()).Should().MatchRegex(@"(\d+) of \1 reports loaded");
        (await page.Locator("[data-live=state]").InnerTextAsync()).Should().Be("Complete");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Cancel run" }).CountAsync()).Should().Be(0);
        (await page.EvaluateAsync<string[]>("window.violations")).Should().BeEmpty();

        await page.GotoAsync("/ads?compare=none");
        (decimal cost, decimal sales, long orders) = await TruthAsync(host);
        IReadOnlyList<string> figures = await page.Locator(".kpis b").AllInnerTextsAsync();
        figures[0].Should().Be(Money(cost));
        figures[1].Should().Be(Money(sales));
        figures[2].Should().Be(orders.ToString("N0", CultureInfo.CurrentCulture));
        (await page.EvaluateAsync<string[]>("window.violations")).Should().BeEmpty();
        errors.Should().BeEmpty();
        await page.Context.DisposeAsync();
    }

    private static async Task<(decimal Cost, decimal Sales, long Orders)> TruthAsync(DashboardHost host)
    {
        Account account = (await host.Storage.Accounts.ListAsync()).Single();
        StoredEntity<ProfileRecord> profile = (
            await host.Storage.Reader.ListProfilesAsync(new EntityQuery(account.AccountId))).Items.Single();
        DateOnly yesterday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(
            TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(profile.Entity.TimeZone!)).DateTime).AddDays(-1);
        PerformanceDay newest = (await host.Storage.Reader.ListDaysAsync(account.AccountId, profile.ProfileId, "sp.campaign"))
            .Single(day => day.Date == yesterday);
        SimulatorTotals totals = host.Amazon.Truth.GetTotals(
            profile.ProfileId.Value, "spCampaigns", ["campaign"], yesterday.AddDays(-27), yesterday, newest.ReportGeneratedAt);
        return (totals.Cost, totals.Sales7d, totals.Purchases7d);
    }

    [GeneratedRegex("^Done: ")]
    private static partial Regex DoneTitle();

    private static string Money(decimal amount)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = "$";
        return amount.ToString(amount >= 10_000 ? "C0" : "C2", format);
    }
}
