using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>New-to-brand figures, Kindle pages, shares of search and benchmarks, as reports have them.</summary>
public sealed class NewColumnTests
{
    private const string Pages = "kindleEditionNormalizedPages";
    private const string Share = "topOfSearchImpressionShare";

    private static readonly DateOnly Start = new(2026, 2, 20);
    private static readonly DateOnly End = new(2026, 3, 5);

    [Theory]
    [InlineData("SPONSORED_BRANDS", "sbCampaigns", "campaign", "")]
    [InlineData("SPONSORED_BRANDS", "sbTargeting", "targeting", "")]
    [InlineData("SPONSORED_BRANDS", "sbPurchasedProduct", "purchasedAsin", "14d")]
    [InlineData("SPONSORED_DISPLAY", "sdTargeting", "targeting", "")]
    [InlineData("SPONSORED_DISPLAY", "sdAdvertisedProduct", "advertiser", "")]
    public async Task What_new_customers_bought_is_part_of_what_all_did(
        string product, string type, string groupBy, string suffix)
    {
        await using Caller caller = await StartAsync();
        string[] all = [$"sales{suffix}", suffix.Length == 0 ? "purchases" : "orders14d", $"unitsSold{suffix}"];
        string[] newOnes = [$"newToBrandSales{suffix}", $"newToBrandPurchases{suffix}", $"newToBrandUnitsSold{suffix}"];

        JsonArray rows = await ReadAsync(caller, product, type, groupBy, [.. all, .. newOnes]);

        rows.Should().OnlyContain(row => newOnes.Zip(all).All(pair => Number(row, pair.First) <= Number(row, pair.Second)));
        foreach ((string newOne, string every) in newOnes.Zip(all))
        {
            rows.Sum(row => Number(row, newOne)).Should().BePositive().And.BeLessThan(rows.Sum(row => Number(row, every)));
        }
    }

    [Fact]
    public async Task Pages_are_read_after_ads_for_books_and_earn_royalties()
    {
        await using Caller caller = await StartAsync();

        JsonArray products = await ReadAsync(
            caller, "SPONSORED_PRODUCTS", "spCampaigns", "campaign", $"{Pages}Read14d", $"{Pages}Royalties14d");
        string[] columns = [$"{Pages}Read", $"{Pages}ReadFromClicks", $"{Pages}ReadFromViews"];
        JsonArray display = await ReadAsync(caller, "SPONSORED_DISPLAY", "sdCampaigns", "campaign", columns);

        products.Sum(row => Number(row, $"{Pages}Read14d")).Should().BePositive();
        products.Sum(row => Number(row, $"{Pages}Royalties14d")).Should().BePositive();
        products.Should().Contain(row => Number(row, $"{Pages}Read14d") == 0, "not every campaign is for books");
        display.Should().OnlyContain(row => Number(row, $"{Pages}Read")
            == Number(row, $"{Pages}ReadFromClicks") + Number(row, $"{Pages}ReadFromViews"));
        display.Sum(row => Number(row, $"{Pages}ReadFromViews")).Should().BePositive();
    }

    [Theory]
    [InlineData("SPONSORED_PRODUCTS", "spTargeting", "targeting")]
    [InlineData("SPONSORED_BRANDS", "sbCampaigns", "campaign")]
    public async Task A_share_of_search_is_a_fraction(string product, string type, string groupBy)
    {
        await using Caller caller = await StartAsync();

        JsonArray rows = await ReadAsync(caller, product, type, groupBy, Share);

        rows.Should().OnlyContain(row => Number(row, Share) >= 0 && Number(row, Share) < 1);
        rows.Select(row => Number(row, Share)).Distinct().Should().HaveCountGreaterThan(10);
    }

    [Theory]
    [InlineData("DAILY", 30)]
    [InlineData("WEEKLY", 5)]
    [InlineData("MONTHLY", 2)]
    public async Task Benchmarks_have_rows_by_day_week_or_month(string timeUnit, int periods)
    {
        await using Caller caller = await StartAsync();

        string[] columns = ["date", "brand", "cpcP50"];
        DateOnly start = End.AddDays(-29);
        JsonArray rows = await ReadAsync(
            caller, "ALL", "crossProgramBenchmarks", "brandCategoryBenchmarks", columns, timeUnit, start);

        rows.Select(row => $"{row!["date"]}").Distinct().Should().HaveCount(periods);
    }

    private static Task<Caller> StartAsync() => Caller.StartAsync(
        options => (options.Campaigns, options.BrandCampaigns, options.DisplayCampaigns) = (20, 20, 20));

    private static Task<JsonArray> ReadAsync(
        Caller caller, string product, string type, string groupBy, params string[] columns) =>
        ReadAsync(caller, product, type, groupBy, columns, "DAILY", Start);

    private static async Task<JsonArray> ReadAsync(
        Caller caller, string product, string type, string groupBy, string[] columns, string timeUnit, DateOnly start)
    {
        string configuration =
            $$"""
            {"adProduct":"{{product}}","reportTypeId":"{{type}}","groupBy":["{{groupBy}}"],
             "columns":[{{string.Join(',', columns.Select(column => $"\"{column}\""))}}],
             "timeUnit":"{{timeUnit}}","format":"GZIP_JSON"}
            """;
        Reply created = await caller.AskAsync(configuration, $"{start:yyyy-MM-dd}", $"{End:yyyy-MM-dd}");
        created.Status.Should().Be(System.Net.HttpStatusCode.OK, created.Text);
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        return await caller.DownloadAsync((await caller.LookAsync(created["reportId"]))["url"]);
    }

    private static decimal Number(JsonNode? row, string column) => (decimal)row![column]!;
}
