using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>What the truth calls restated: what a report of that type can show.</summary>
public sealed class ChangeTests
{
    private static readonly DateOnly Start = new(2026, 2, 20);
    private static readonly DateOnly End = new(2026, 3, 14);

    /// <summary>
    /// Report type, product, grouping, and the columns that tell rows apart. All others stand in the report too.
    /// </summary>
    [Theory]
    [InlineData("spCampaigns", "SPONSORED_PRODUCTS", "campaign", "campaignId")]
    [InlineData("spPurchasedProduct", "SPONSORED_PRODUCTS", "asin", "keywordId,advertisedAsin,purchasedAsin")]
    [InlineData("sbCampaigns", "SPONSORED_BRANDS", "campaign", "campaignId")]
    [InlineData("sbTargeting", "SPONSORED_BRANDS", "targeting", "keywordId,targetingId")]
    [InlineData("sbPurchasedProduct", "SPONSORED_BRANDS", "purchasedAsin", "adGroupName,campaignId,purchasedAsin")]
    [InlineData("sdCampaigns", "SPONSORED_DISPLAY", "campaign", "campaignId")]
    [InlineData("sdAdGroup", "SPONSORED_DISPLAY", "adGroup", "adGroupId")]
    [InlineData("sdPurchasedProduct", "SPONSORED_DISPLAY", "asin", "adGroupId,promotedAsin,asinBrandHalo")]
    public async Task A_row_is_restated_when_a_figure_of_its_report_changed(
        string type, string product, string groupBy, string keys)
    {
        await using Caller caller = await Caller.StartAsync(
            options => (options.Campaigns, options.BrandCampaigns, options.DisplayCampaigns) = (20, 20, 20));
        string[] key = ["date", .. keys.Split(',')];
        string[] figures = [.. Figures(type, groupBy).Except(key)];
        Dictionary<string, string> before = await ReadAsync(caller, type, product, groupBy, key, figures);
        DateTimeOffset first = caller.Simulator.Clock.GetUtcNow();
        caller.Time.Advance(TimeSpan.FromDays(16));
        caller.Token = (await caller.GrantAsync())["access_token"];
        Dictionary<string, string> after = await ReadAsync(caller, type, product, groupBy, key, figures);

        SimulatorChanges changes = caller.Simulator.Truth.GetChanges(
            caller.Profile().ProfileId, type, [groupBy], Start, End, first, caller.Simulator.Clock.GetUtcNow());

        int restated = before.Count(row => after.TryGetValue(row.Key, out string? values) && values != row.Value);
        changes.Restated.Should().Be(restated).And.BePositive();
        changes.Unchanged.Should().Be(before.Keys.Count(after.ContainsKey) - restated);
    }

    [Fact]
    public async Task Purchases_after_a_fortnight_restate_Sponsored_Products_but_not_the_others()
    {
        await using Caller caller = await Caller.StartAsync(options => (options.Campaigns, options.BrandCampaigns) = (60, 30));
        DateTimeOffset now = caller.Simulator.Clock.GetUtcNow();
        DateTimeOffset later = now.AddDays(7);
        long profile = caller.Profile().ProfileId;

        // Of two to three weeks ago: only the window of 30 days still grows, and nothing is given back yet.
        SimulatorChanges brands = caller.Simulator.Truth.GetChanges(
            profile, "sbTargeting", ["targeting"], Start, Start.AddDays(7), now, later);
        SimulatorChanges products = caller.Simulator.Truth.GetChanges(
            profile, "spTargeting", ["targeting"], Start, Start.AddDays(7), now, later);

        brands.Restated.Should().Be(0);
        products.Restated.Should().BePositive();
    }

    private static IEnumerable<string> Figures(string type, string groupBy)
    {
        using JsonDocument catalogue = Lists.ReadCatalogue();
        JsonElement known = catalogue.RootElement.EnumerateArray().First(
            entry => entry.GetProperty("reportTypeId").GetString() == type);
        return
        [
            .. known.GetProperty("baseColumns").EnumerateArray()
                .Concat(known.GetProperty("groupBy").GetProperty(groupBy).GetProperty("additionalMetrics").EnumerateArray())
                .Select(column => column.GetString()!)
                .Where(column => known.GetProperty("columns").GetProperty(column).TryGetProperty("type", out JsonElement kind)
                    && kind.GetString() is "Integer" or "Decimal")

                // What an entity is now, not what it did on the day: Amazon writes it as of the report's instant.
                .Where(column => !column.EndsWith("Id", StringComparison.Ordinal))
                .Where(column => column is not ("keywordBid" or "campaignBudgetAmount"))
                .Distinct(),
        ];
    }

    private static async Task<Dictionary<string, string>> ReadAsync(
        Caller caller, string type, string product, string groupBy, string[] key, string[] figures)
    {
        string columns = string.Join(',', key.Concat(figures).Select(column => $"\"{column}\""));
        string configuration =
            $$"""
            {"adProduct":"{{product}}","reportTypeId":"{{type}}","groupBy":["{{groupBy}}"],"columns":[{{columns}}],
             "timeUnit":"DAILY","format":"GZIP_JSON"}
            """;
        Reply created = await caller.AskAsync(configuration, $"{Start:yyyy-MM-dd}", $"{End:yyyy-MM-dd}");
        created.Status.Should().Be(System.Net.HttpStatusCode.OK, created.Text);
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        JsonArray rows = await caller.DownloadAsync((await caller.LookAsync(created["reportId"]))["url"]);
        return rows.ToDictionary(row => Text(row!, key), row => Text(row!, figures));
    }

    private static string Text(JsonNode row, string[] columns) => string.Join('|', columns.Select(column => $"{row[column]}"));
}
