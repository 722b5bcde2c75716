using System.Net;
using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Tests.Pages;

/// <summary>Tables of what is loaded: filters, order, pages, files.</summary>
public sealed class TableTests
{
    private static readonly string[] Paths = ["campaigns", "ad-groups", "keywords", "search-terms", "placements", "products"];

    [Fact]
    public async Task Pages_together_show_each_campaign_once_and_the_sums_of_all()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddCampaignsAsync(60);
        using var ada = new Visitor(world.Host);
        var seen = new List<string>();

        await ada.GetAsync("/ads/campaigns");
        ada.Page.Document.QuerySelector("tr.tot")!.TextContent.Should().Contain("60 campaigns").And.Contain("5,490.00");
        ada.Page.Text.Should().Contain("Rows a page: 25 50 100 250");
        ada.Page.Text.Should().Contain("Rows 1–25 of 60").And.Contain("all amounts in USD").And.Contain("complete through");
        seen.AddRange(Names(ada.Page));
        while (ada.Page.Document.QuerySelector("a[rel=next]") is not null)
        {
            await ada.ClickAsync("Next 25");
            seen.AddRange(Names(ada.Page));
        }

        seen.Should().Equal(Enumerable.Range(1, 60).Reverse().Select(id => $"Campaign no. {id:000}"));
        ada.Page.Text.Should().Contain("Rows 51–60 of 60");
    }

    [Fact]
    public async Task Filters_and_headings_change_the_address_and_the_rows()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddCampaignsAsync(30);
        using var ada = new Visitor(world.Host);

        await ada.GetAsync("/ads/campaigns");
        await ada.PressAsync("Apply", ("q", "NO. 02"), ("state", "enabled"), ("min", "spend:66"));

        Names(ada.Page).Should().Equal("Campaign no. 029", "Campaign no. 027", "Campaign no. 025", "Campaign no. 023");
        ada.Page.Document.QuerySelectorAll(".chip bdi").Select(chip => chip.TextContent).Should()
            .Equal("State: enabled", "Name contains “NO. 02”", "Spend at least 66");
        await ada.ClickAsync("ACoS");
        ada.Page.Document.QuerySelector("th[aria-sort=descending]")!.TextContent.Should().Contain("ACoS");
        Names(ada.Page)[^1].Should().Be("Campaign no. 027", "it sold nothing, and rates without divisor come last");
        await ada.GetAsync("/ads/campaigns?q=nothing+of+the+kind");
        ada.Page.Text.Should().Contain("No campaign matches. 30 do without these filters.");
        await ada.ClickAsync("Clear filters");
        Names(ada.Page).Should().HaveCount(25);
    }

    [Theory]
    [InlineData("colour=red", "colour")]
    [InlineData("sort=-colour", "sort")]
    [InlineData("min=colour:1", "min")]
    [InlineData("min=name:1", "min")]
    [InlineData("product=xx", "product")]
    [InlineData("size=26", "size")]
    [InlineData("after=x", "after")]
    [InlineData("row=0", "row")]
    [InlineData("campaign=1", "campaign")]
    [InlineData("period=9d", "period")]
    [InlineData("q=a&q=b", "q")]
    public async Task An_address_that_is_not_right_names_what_is_wrong(string query, string name)
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddCampaignsAsync(1);
        using var ada = new Visitor(world.Host);

        foreach (string path in Paths)
        {
            await ada.GetAsync($"/ads/{path}?{query}");

            ada.Page.Status.Should().Be(HttpStatusCode.BadRequest, path);
            ada.Page.Text.Should().Contain(name);
        }
    }

    [Fact]
    public async Task A_file_has_all_rows_of_the_filters_as_the_store_has_them()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddCampaignsAsync(300, id => id == 7 ? "=HYPERLINK(\"http://evil.example\")" : id == 8 ? "@SUM(A1)"
            : $"Campaign, \"{id}\"");
        using var ada = new Visitor(world.Host);
        IReadOnlyList<PerformanceRecord> records = await AllAsync(world);
        var expected = records.GroupBy(row => row.CampaignId!.Value.Value)
            .Select(group => (Id: group.Key, Cost: group.Sum(row => PerformanceSums.Of(row).Cost), Sales: group.Sum(row =>
                PerformanceSums.Of(row).Sales)))
            .Where(row => row.Cost >= 6).OrderByDescending(row => row.Cost).ToList();

        VisitedPage file = await ada.GetAsync("/ads/campaigns.csv?min=spend:6");

        file.Response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        string[] lines = file.Html.TrimStart('﻿').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] names = lines[0].Split(',');
        int[] at = [.. new[] { "campaign_id", "currency", "spend", "sales" }.Select(name => Array.IndexOf(names, name))];
        lines.Skip(1).Select(line => Cells(line)).Select(cells => string.Join('|', at.Select(column => cells[column])))
            .Should().Equal(expected.Select(row => FormattableString.Invariant($"{row.Id}|USD|{row.Cost}|{row.Sales}")));
        file.Html.Should().Contain("\"'=HYPERLINK(\"\"http://evil.example\"\")\"").And.Contain("'@SUM(A1)")
            .And.NotContain(",=").And.NotContain(",@").And.NotContain(",\"=");
    }

    [Fact]
    public async Task From_a_campaign_down_to_a_search_term_each_page_names_the_way()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddPathAsync("Spring", "Core terms", "blue mug", "blue mug large");
        using var ada = new Visitor(world.Host);

        await ada.GetAsync("/ads/campaigns?period=7d");
        await ada.ClickAsync("Spring");
        ada.Page.Heading.Should().Be("Spring");
        await ada.ClickAsync("Core terms");
        Crumbs(ada.Page).Should().Equal("Campaigns", "Spring", "Core terms");
        await ada.ClickAsync("blue mug");
        ada.Page.Text.Should().Contain("exact match").And.Contain("bid $0.75").And.Contain("day 1 of 7").And.Contain("not loaded")
            .And.Contain("6 of 7 days are not loaded").And.Contain("From dataset sp.target");
        Crumbs(ada.Page).Should().Equal("Campaigns", "Spring", "Core terms", "blue mug");
        await ada.ClickAsync("blue mug large");
        ada.Page.Heading.Should().Be("blue mug large");
        Crumbs(ada.Page).Should().Equal("Campaigns", "Spring", "Core terms", "blue mug", "blue mug large");
        ada.Page.Address.Query.Should().Be("?period=7d");
        await ada.ClickAsync("Core terms");
        await ada.ClickAsync("All 1 →");
        Names(ada.Page).Should().Equal("blue mug");
        Crumbs(ada.Page).Should().Equal("Campaigns", "Spring", "Core terms", "Keywords");
        (await ada.GetAsync("/ads/products")).Text.Should().Contain("blue mug large");
        (await ada.GetAsync("/ads/placements")).Text.Should().Contain("blue mug large");
        VisitedPage file = await ada.GetAsync($"/ads/keywords/{world.ProfileText}.sp.1.11.k111/days.csv?period=7d");
        file.Html.Should().Contain("blue mug,USD,40,4,2.5,1,0,10");
    }

    [Fact]
    public async Task Another_user_sees_nothing_of_tables_and_rows()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        await world.AddPathAsync("Adas secret campaign", "Adas secret group", "adas secret keyword", "adas secret term");
        using var bob = new Visitor(world.Host, "bob");

        foreach (string path in Paths)
        {
            foreach (string address in new[]
            {
                $"/ads/{path}", $"/ads/{path}.csv", $"/ads/{path}?profile={world.ProfileText}",
                    $"/ads/{path}.csv?profile={world.ProfileText}",
                $"/ads/{path}/{world.ProfileText}.sp.1", $"/ads/{path}/{world.ProfileText}.sp.1.11.k111/days.csv",
                    $"/ads/{path}/x",
            })
            {
                VisitedPage page = await bob.GetAsync(address);
                page.Html.Should().NotContainEquivalentOf("adas secret", address).And.NotContain("Acme", address);
                page.Status.Should().Be(
                    address.Contains(world.ProfileText, StringComparison.Ordinal) || address.EndsWith("/x",
                        StringComparison.Ordinal)
                        ? HttpStatusCode.NotFound
                        : HttpStatusCode.OK,
                    address);
            }
        }

        (await bob.GetAsync($"/ads/data?profile={world.ProfileText}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.GetAsync("/ads/data")).Text.Should().Contain("No profile is known yet.");
    }

    private static string[] Names(VisitedPage page) =>
        [.. page.Document.QuerySelectorAll("td.name > a").Select(link => link.TextContent)];

    private static string[] Crumbs(VisitedPage page) =>
        [.. page.Document.QuerySelectorAll(".crumb bdi").Select(crumb => crumb.TextContent)];

    private static async Task<IReadOnlyList<PerformanceRecord>> AllAsync(TableWorld world) =>
        (await world.Host.Storage.Reader.ListPerformanceAsync(
            new PerformanceQuery(world.Account.AccountId, "sp.campaign"), new PageRequest(1000))).Items;

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        bool isQuoted = false;
        foreach (char letter in line)
        {
            isQuoted ^= letter == '"';
            if (letter == ',' && !isQuoted)
            {
                cells.Add("");
            }
            else if (letter != '"')
            {
                cells[^1] += letter;
            }
        }

        return cells;
    }
}
