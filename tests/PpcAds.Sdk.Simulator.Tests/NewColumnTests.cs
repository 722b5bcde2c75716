using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>New-to-brand figures, Kindle pages, shares of search and benchmarks, as reports have them.</summary>
public sealed class NewColumnTests
{
    private static readonly DateOnly Start = new(2026, 2, 20);
    private static readonly DateOnly End = new(2026, 3, 5);

    [Theory]
    [InlineData("SPONSORED_BRANDS", "sbCampaigns", "campaign", "")]
    [InlineData("SPONSORED_BRANDS", "sbTargeting", "targeting", "")]
    [InlineData("SPONSORED_BRANDS", "sbPurchasedProduct", "purchasedAsin", "14d")]
    [InlineData("SPONSORED_DISPLAY", "sdTargeting", "targeting", "")]
    [InlineData("SPONSORED_DISPLAY", "sdAdvertisedProduct", "advertiser", "")]
    public async Task What_new_customers_bought_is_part_of_what_all_did(string product, string type, string groupBy, string suffix)
    {
        await using Caller caller = await StartAsync();
        (string sales, string orders, string units) = ($"sales{suffix}", suffix.Length == 0 ? "purchases" : "orders14d", $"unitsSold{suffix}");

        JsonArray rows = await ReadAsync(
            caller, product, type, groupBy, sales, orders, units, $"newToBrandSales{suffix}", $"newToBrandPurchases{suffix}", $"newToBrandUnitsSold{suffix}");

        rows.Should().OnlyContain(row => Number(row, $"newToBrandSales{suffix}") <= Number(row, sales)
            && Number(row, $"newToBrandPurchases{suffix}") <= Number(row, orders)
            && Number(row, $"newToBrandUnitsSold{suffix}") <= Number(row, units));
        rows.Sum(row => Number(row, $"newToBrandSales{suffix}")).Should().BePositive().And.BeLessThan(rows.Sum(row => Number(row, sales)));
    }

    [Fact]
    public async Task Pages_are_read_after_ads_for_books_and_earn_royalties()
    {
        await using Caller caller = await StartAsync();

        JsonArray products = await ReadAsync(
            caller, "SPONSORED_PRODUCTS", "spCampaigns", "campaign", "kindleEditionNormalizedPagesRead14d", "kindleEditionNormalizedPagesRoyalties14d");
        JsonArray display = await ReadAsync(
            caller,
            "SPONSORED_DISPLAY",
            "sdCampaigns",
            "campaign",
            "kindleEditionNormalizedPagesRead",
            "kindleEditionNormalizedPagesReadFromClicks",
            "kindleEditionNormalizedPagesReadFromViews");

        products.Sum(row => Number(row, "kindleEditionNormalizedPagesRead14d")).Should().BePositive();
        products.Sum(row => Number(row, "kindleEditionNormalizedPagesRoyalties14d")).Should().BePositive();
        products.Should().Contain(row => Number(row, "kindleEditionNormalizedPagesRead14d") == 0, "not every campaign is for books");
        display.Should().OnlyContain(row => Number(row, "kindleEditionNormalizedPagesRead")
            == Number(row, "kindleEditionNormalizedPagesReadFromClicks") + Number(row, "kindleEditionNormalizedPagesReadFromViews"));
    }

    [Theory]
    [InlineData("SPONSORED_PRODUCTS", "spTargeting", "targeting")]
    [InlineData("SPONSORED_BRANDS", "sbCampaigns", "campaign")]
    public async Task A_share_of_search_is_a_fraction(string product, string type, string groupBy)
    {
        await using Caller caller = await StartAsync();

        JsonArray rows = await ReadAsync(caller, product, type, groupBy, "topOfSearchImpressionShare");

        rows.Should().OnlyContain(row => Number(row, "topOfSearchImpressionShare") >= 0 && Number(row, "topOfSearchImpressionShare") < 1);
        rows.Select(row => Number(row, "topOfSearchImpressionShare")).Distinct().Should().HaveCountGreaterThan(10);
    }

    [Theory]
    [InlineData("DAILY", 30)]
    [InlineData("WEEKLY", 5)]
    [InlineData("MONTHLY", 2)]
    public async Task Benchmarks_have_rows_by_day_week_or_month(string timeUnit, int periods)
    {
        await using Caller caller = await StartAsync();

        JsonArray rows = await ReadAsync(
            caller, "ALL", "crossProgramBenchmarks", "brandCategoryBenchmarks", ["date", "brand", "cpcP50"], timeUnit, End.AddDays(-29));

        rows.Select(row => $"{row!["date"]}").Distinct().Should().HaveCount(periods);
    }

    private static Task<Caller> StartAsync() => Caller.StartAsync(
        options => (options.Campaigns, options.BrandCampaigns, options.DisplayCampaigns) = (20, 20, 20));

    private static Task<JsonArray> ReadAsync(Caller caller, string product, string type, string groupBy, params string[] columns) =>
        ReadAsync(caller, product, type, groupBy, columns, "DAILY", Start);

    private static async Task<JsonArray> ReadAsync(
        Caller caller, string product, string type, string groupBy, string[] columns, string timeUnit, DateOnly start)
    {
        string configuration =
            $$"""
            {"adProduct":"{{product}}","reportTypeId":"{{type}}","groupBy":["{{groupBy}}"],
             "columns":[{{string.Join(',', columns.Select(column => $"\"{column}\""))}}],"timeUnit":"{{timeUnit}}","format":"GZIP_JSON"}
            """;
        Reply created = await caller.AskAsync(configuration, $"{start:yyyy-MM-dd}", $"{End:yyyy-MM-dd}");
        created.Status.Should().Be(System.Net.HttpStatusCode.OK, created.Text);
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        return await caller.DownloadAsync((await caller.LookAsync(created["reportId"]))["url"]);
    }

    private static decimal Number(JsonNode? row, string column) => (decimal)row![column]!;
}
