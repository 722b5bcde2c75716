using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;

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
        TourTruth truth = await TourTruth.ReadAsync(host, Datasets.SpCampaign);
        (await page.Locator(".kpis b").AllInnerTextsAsync()).Take(3).Should().Equal(truth.Sum(DatasetGrain.Campaign).Headline);
        (await page.EvaluateAsync<string[]>("window.violations")).Should().BeEmpty();
        errors.Should().BeEmpty();
        await page.Context.DisposeAsync();
    }

    [GeneratedRegex("^Done: ")]
    private static partial Regex DoneTitle();
}
