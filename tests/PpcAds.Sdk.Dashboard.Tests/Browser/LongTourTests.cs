using System.Globalization;
using Microsoft.Playwright;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Dashboard.Tests.Browser;

/// <summary>
/// The long tour, with JavaScript and without: from an empty dashboard to a keyword whose figures are true, to a file, to a
/// closed account; and another user who sees nothing of it. Only with <c>PPCADS_BROWSER=1</c>.
/// </summary>
[Trait("Category", "Browser")]
public sealed class LongTourTests(Chromium chromium) : IClassFixture<Chromium>
{
    // No placeholder of a form has it.
    private const string Company = "Northern Kettles";

    private static readonly string[] Tables =
        ["campaigns", "ad-groups", "keywords", "search-terms", "placements", "products"];

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_nothing_to_a_keyword_and_to_a_closed_account(bool hasScript)
    {
        Skip.If(Chromium.SkipReason is not null, Chromium.SkipReason);
        Skip.If(Environment.GetEnvironmentVariable("PPCADS_BROWSER") != "1", "It takes a minute: set PPCADS_BROWSER=1.");
        await using DashboardHost host = await StartAsync();
        IPage page = await chromium.OpenAsync(host.Address, hasScript: hasScript);
        var tour = new Tour(host, page, hasScript);

        await tour.ConnectAsync(Company);
        await tour.WatchAsync();
        TourTruth truth = await TourTruth.ReadAsync(host, Datasets.SpCampaign, Datasets.SpAdGroup, Datasets.SpTarget);
        await ReadOverviewAsync(tour, truth);
        await ReadTableAsync(tour, truth);
        await DrillDownAsync(tour, truth);
        await DownloadAsync(tour, truth);
        foreach (string path in new[] { "/ads/data", "/ads/runs", "/ads/accounts", $"/ads/accounts/{truth.Account}" })
        {
            await page.GotoAsync(path);
            (await NamesCompanyAsync(page)).Should().BeTrue(path);
        }

        await AnotherUserSeesNothingAsync(host, tour, truth);
        await PauseAndResumeAsync(tour, truth);
        await CloseAsync(tour, truth);
        (await tour.ViolationsAsync()).Should().BeEmpty();
        tour.Errors.Where(text => !text.Contains("409", StringComparison.Ordinal)
            && !text.Contains("404", StringComparison.Ordinal)).Should().BeEmpty();
        await page.Context.DisposeAsync();
    }

    private static Task<DashboardHost> StartAsync() => DashboardHost.StartAsync(new DashboardSetup
    {
        HasWorker = true,
        Amazon = amazon =>
        {
            // Long enough to be watched.
            amazon.Profiles = 1;
            amazon.ReportGenerationTime = TimeSpan.FromSeconds(4);
        },
        Sdk = sdk => sdk.Ingestion.Datasets = ["sp.campaign", "sp.ad_group", "sp.target"],
    });

    private static async Task ReadOverviewAsync(Tour tour, TourTruth truth)
    {
        await tour.Page.GotoAsync("/ads?compare=none");
        (await tour.HeadlineAsync())[..3].Should().Equal(truth.Sum(DatasetGrain.Campaign).Headline);
    }

    private static async Task ReadTableAsync(Tour tour, TourTruth truth)
    {
        await tour.Page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "Campaigns" }).ClickAsync();
        IReadOnlyDictionary<string, string[]> rows = await tour.RowsAsync(tour.Page.Locator("table.grid"), 1, 9);
        long[] campaigns = [.. truth.Rows(DatasetGrain.Campaign).Select(row => row.CampaignId).Distinct()];
        campaigns.Should().NotBeEmpty();
        rows.Keys.Should().BeEquivalentTo(campaigns.Select(id => $"{truth.Account}.{truth.Profile}.sp.{id}"));
        foreach (long id in campaigns)
        {
            rows[$"{truth.Account}.{truth.Profile}.sp.{id}"].Should().Equal(
                truth.Sum(DatasetGrain.Campaign, row => row.CampaignId == id).Row, $"campaign {id}");
        }

        IReadOnlyList<string> total = await tour.Page.Locator("tr.tot td").AllInnerTextsAsync();
        total.Skip(2).Take(9).Should().Equal(truth.Sum(DatasetGrain.Campaign).Row);
    }

    /// <summary>From the campaign with most spend to its first ad group and to the first keyword of that.</summary>
    private static async Task DrillDownAsync(Tour tour, TourTruth truth)
    {
        await tour.Page.GotoAsync("/ads/campaigns?compare=none");
        await tour.Page.Locator("table.grid td.name a").First.ClickAsync();
        long campaign = IdOf(tour.Page);
        (await tour.HeadlineAsync())[..3].Should().Equal(
            truth.Sum(DatasetGrain.Campaign, row => row.CampaignId == campaign).Headline);
        (await ReadPartAsync(tour, "Ad groups")).Should().BeEquivalentTo(
            Parts(truth, DatasetGrain.AdGroup, row => row.CampaignId == campaign, row => $"{campaign}.{row.AdGroupId}"));

        await Part(tour, "Ad groups").Locator("td.name a").First.ClickAsync();
        long adGroup = IdOf(tour.Page);
        (await tour.HeadlineAsync())[..3].Should().Equal(
            truth.Sum(DatasetGrain.AdGroup, row => row.AdGroupId == adGroup).Headline);
        Dictionary<string, string[]> keywords = Parts(
            truth, DatasetGrain.Target, row => row.AdGroupId == adGroup && row.TargetId is not null, row => $"{row.TargetId}");
        IReadOnlyDictionary<string, string[]> shown = await ReadPartAsync(tour, "Keywords");
        shown.Should().NotBeEmpty();
        foreach ((string key, string[] figures) in shown)
        {
            keywords[key.Split('.')[^1][1..]].Should().Equal(figures, key);
        }

        await Part(tour, "Keywords").Locator("td.name a[href*='.k']").First.ClickAsync();
        long keyword = IdOf(tour.Page);
        (await tour.HeadlineAsync())[..3].Should().Equal(
            truth.Sum(DatasetGrain.Target, row => row.TargetId == keyword).Headline);
        IReadOnlyList<string> crumbs = await tour.Page.Locator(".crumb bdi").AllInnerTextsAsync();
        crumbs.Should().HaveCount(4);
        await ReadDaysAsync(tour, truth, keyword);
    }

    /// <summary>The days of a keyword, newest first.</summary>
    private static async Task ReadDaysAsync(Tour tour, TourTruth truth, long keyword)
    {
        ILocator rows = tour.Page.Locator("table:has(caption:text-is('Figures by day, newest first')) tbody tr");
        (await rows.CountAsync()).Should().Be(28);
        for (int back = 0; back < 28; back++)
        {
            DateOnly day = truth.Yesterday.AddDays(-back);
            TourFigures figures = truth.Sum(DatasetGrain.Target, row => row.TargetId == keyword && row.Date == day);
            string[] cells = [.. (await rows.Nth(back).Locator("td").AllInnerTextsAsync()).Select(cell => cell.Trim())];
            string without = figures.Cost == 0 ? "no spend" : "no sales";
            cells[1..6].Should()
                .Equal([.. figures.Part[..4], figures.Part[4] == "no sales" ? without : figures.Part[4]], $"{day}");
        }
    }

    /// <summary>The file has the rows of the page that it is on, with its filter.</summary>
    private static async Task DownloadAsync(Tour tour, TourTruth truth)
    {
        decimal least = truth.Rows(DatasetGrain.Target).GroupBy(row => row.TargetId)
            .Select(group => group.Sum(row => row.Totals.Cost)).Order().ElementAt(1);
        await tour.Page.GotoAsync("/ads/keywords?compare=none&size=250");
        await tour.Page.GetByLabel("Least figure").FillAsync(string.Create(CultureInfo.InvariantCulture, $"spend:{least}"));
        await tour.PressAsync("Apply");
        IReadOnlyDictionary<string, string[]> shown = await tour.RowsAsync(tour.Page.Locator("table.grid"), 1, 9);

        IReadOnlyList<string[]> file = await tour.DownloadAsync("CSV of these rows");

        int At(string name) => Array.IndexOf([.. file[0].Select(heading => heading.Trim('﻿'))], name);
        int[] columns = [At("impressions"), At("clicks"), At("spend"), At("orders"), At("sales")];
        string[] found = [.. file.Skip(1).Select(row => Line(row[At("target_id")], columns.Select(column => row[column])))];
        found.Should().Equal(shown.Keys.Select(key => key.Split('.')[^1][1..]).Select(id =>
        {
            TourFigures one = truth.Sum(DatasetGrain.Target, row => $"{row.TargetId}" == id);
            decimal[] figures = [one.Impressions, one.Clicks, one.Cost, one.Orders, one.Sales];
            return Line(id, figures.Select(figure => figure.ToString(CultureInfo.InvariantCulture)));
        }));
        file.Should().HaveCountGreaterThan(2);
    }

    /// <summary>All that the first user's browser requested, requested by another: no page, no file, no name.</summary>
    private async Task AnotherUserSeesNothingAsync(DashboardHost host, Tour tour, TourTruth truth)
    {
        IPage bob = await chromium.OpenAsync(host.Address, "bob");
        string[] owned =
        [
            $"/accounts/{truth.Account}", "/runs/", $"/{truth.Account}.{truth.Profile}", $"profile={truth.Account}.",
            $"account={truth.Account}",
        ];
        string[] visited = [.. tour.Visited];
        visited.Should().HaveCountGreaterThan(15).And.Contain(address => address.Contains("/assets/"));
        foreach (string address in visited)
        {
            IAPIResponse answer = await bob.Context.APIRequest.GetAsync(address);
            string text = await answer.TextAsync();
            text.Contains(Company, StringComparison.OrdinalIgnoreCase).Should().BeFalse(address);
            bool isOwned = owned.Any(part => address.Contains(part, StringComparison.Ordinal));
            answer.Status.Should().Be(isOwned ? 404 : 200, address);
            await answer.DisposeAsync();
        }

        foreach (string address in Tables.Select(table => $"/ads/{table}").Concat(["/ads", "/ads/data", "/ads/runs",
            "/ads/accounts"]))
        {
            await bob.GotoAsync(address);
            (await NamesCompanyAsync(bob)).Should().BeFalse(address);
            (await bob.Locator("td.name").CountAsync()).Should().Be(0, address);
        }

        await bob.Context.DisposeAsync();
    }

    private static async Task PauseAndResumeAsync(Tour tour, TourTruth truth)
    {
        // A page that was opened before the account was paused still has the button.
        IPage stale = await tour.Page.Context.NewPageAsync();
        await stale.GotoAsync($"/ads/accounts/{truth.Account}");
        await tour.Page.GotoAsync($"/ads/accounts/{truth.Account}");
        await tour.PressAsync("Pause");
        (await tour.Page.Locator(".flag[role=status]").InnerTextAsync()).Should().StartWith($"{Company} is paused.");
        (await tour.Page.Locator("tr.grp td:nth-child(2)").InnerTextAsync()).Trim().Should().Be("Paused");
        (await tour.Page.GetByRole(AriaRole.Button, new() { Name = "Sync now" }).CountAsync()).Should().Be(0);

        await stale.GetByRole(AriaRole.Button, new() { Name = "Sync now" }).ClickAsync();
        (await stale.Locator("h1").InnerTextAsync()).Should().Be("The account is paused.");
        await stale.CloseAsync();

        await tour.PressAsync("Resume");
        (await tour.Page.Locator(".flag[role=status]").InnerTextAsync()).Should().StartWith($"{Company} is active again.");
        (await tour.Page.Locator("tr.grp td:nth-child(2)").InnerTextAsync()).Trim().Should().Be("Active");
    }

    private static async Task CloseAsync(Tour tour, TourTruth truth)
    {
        string entity = tour.Visited.First(address => address.Contains("/ads/keywords/", StringComparison.Ordinal));
        await tour.Page.GotoAsync($"/ads/accounts/{truth.Account}");
        await tour.FollowAsync("Close account");
        await tour.Page.GetByLabel("Type the company’s name").FillAsync(Company);
        await tour.PressAsync("Close account");
        (await tour.Page.Locator(".flag[role=status]").InnerTextAsync()).Should().StartWith($"{Company} is closed.");

        foreach (string path in Tables.Select(table => "/" + table).Concat(["", "/data", "/accounts"]))
        {
            await tour.Page.GotoAsync("/ads" + path);
            (await NamesCompanyAsync(tour.Page)).Should().BeFalse(path);
            (await tour.Page.Locator("td.name").CountAsync()).Should().Be(0, path);
        }

        IResponse? answer = await tour.Page.GotoAsync(entity);
        answer!.Status.Should().Be(404);
    }

    private static async Task<bool> NamesCompanyAsync(IPage page) =>
        (await page.ContentAsync()).Contains(Company, StringComparison.OrdinalIgnoreCase);

    private static ILocator Part(Tour tour, string title) =>
        tour.Page.Locator($"section.card:has(h2:text-is('{title}'))");

    private static async Task<IReadOnlyDictionary<string, string[]>> ReadPartAsync(Tour tour, string title) =>
        (await tour.RowsAsync(Part(tour, title), 0, 5)).ToDictionary(
            pair => title == "Keywords" ? pair.Key : string.Join('.', pair.Key.Split('.')[3..]), pair => pair.Value);

    private static Dictionary<string, string[]> Parts(
        TourTruth truth, DatasetGrain grain, Func<SimulatorTruthRow, bool> only, Func<SimulatorTruthRow, string> key) =>
        truth.Rows(grain).Where(only).GroupBy(key)
            .ToDictionary(group => group.Key, group => TourFigures.Sum(group.Select(row => row.Totals)).Part);

    private static long IdOf(IPage page) =>
        long.Parse(new Uri(page.Url).AbsolutePath.Split('.')[^1].TrimStart('k', 't'), CultureInfo.InvariantCulture);

    private static string Line(string id, IEnumerable<string> figures) => $"{id}|{string.Join('|', figures.Select(Number))}";

    private static string Number(string text) =>
        decimal.Parse(text, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
}
