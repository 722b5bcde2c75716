namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>Placements, search terms and ads: parts of the same figures.</summary>
public sealed class PartTests
{
    private const int Days = 14;
    private static readonly DateOnly Start = new(2026, 2, 2);

    [Theory]
    [InlineData("spCampaigns", "campaignPlacement", "spCampaigns", "campaign", 31)]
    [InlineData("spCampaigns", "campaignPlacement", "spCampaigns", "campaign", 1)]
    [InlineData("spAdvertisedProduct", "advertiser", "spCampaigns", "adGroup", 5)]
    [InlineData("sbCampaignPlacement", "campaignPlacement", "sbCampaigns", "campaign", 31)]
    [InlineData("sbCampaignPlacement", "campaignPlacement", "sbCampaigns", "campaign", 2)]
    [InlineData("sbAds", "ads", "sbAdGroup", "adGroup", 9)]
    [InlineData("sdAdvertisedProduct", "advertiser", "sdAdGroup", "adGroup", 9)]
    public void Parts_add_up_to_the_whole_in_every_figure(string type, string groupBy, string whole, string wholeBy, int age)
    {
        using var sight = new Sight();
        var parts = sight.Range(type, groupBy, Start, Days, age)
            .ToLookup(row => (row.Date, row.CampaignId, wholeBy == "adGroup" ? row.AdGroupId : null));
        List<SimulatorTruthRow> rows = [.. sight.Range(whole, wholeBy, Start, Days, age)];

        rows.Should().HaveCountGreaterThan(20);
        foreach (SimulatorTruthRow row in rows)
        {
            Sum(parts[(row.Date, row.CampaignId, row.AdGroupId)]).Should().Be(row.Totals with { Rows = 0 });
        }

        parts.SelectMany(group => group).Should().OnlyContain(
            row => row.Totals.Clicks <= row.Totals.Impressions && row.Totals.ViewableImpressions <= row.Totals.Impressions);
    }

    [Theory]
    [InlineData("spCampaigns", "campaignPlacement", 3)]
    [InlineData("sbCampaignPlacement", "campaignPlacement", 3)]
    [InlineData("spSearchTerm", "searchTerm", 2)]
    [InlineData("sbSearchTerm", "searchTerm", 2)]
    [InlineData("spAdvertisedProduct", "advertiser", 2)]
    [InlineData("sdAdvertisedProduct", "advertiser", 2)]
    public void Every_part_has_orders(string type, string groupBy, int parts)
    {
        using var sight = new Sight(campaigns: 60);

        // A campaign or ad group with orders in as many parts as there are.
        sight.Range(type, groupBy, Start, Days)
            .GroupBy(row => (row.CampaignId, row.AdGroupId, row.TargetId))
            .Count(group => group.Where(row => row.Totals.Purchases > 0)
                .Select(row => (row.Placement, row.SearchTerm, row.AdId)).Distinct().Count() == parts)
            .Should().BeGreaterThan(5);
    }

    [Fact]
    public void The_top_of_search_is_clicked_and_bought_most_often_and_product_pages_least()
    {
        using var sight = new Sight(campaigns: 100);
        var totals = sight.Range("spCampaigns", "campaignPlacement", Start, Days)
            .GroupBy(row => row.Placement!)
            .ToDictionary(rows => rows.Key, Sum);
        SimulatorTotals top = totals["Top of Search on-Amazon"];
        SimulatorTotals page = totals["Detail Page on-Amazon"];
        SimulatorTotals rest = totals["Other on-Amazon"];

        new[] { top, rest, page }.Select(total => (double)total.Clicks / total.Impressions).Should().BeInDescendingOrder();
        new[] { top, rest, page }.Select(total => (double)total.Purchases30d / total.Clicks).Should().BeInDescendingOrder();
        page.Impressions.Should().BeGreaterThan(top.Impressions + rest.Impressions);
    }

    private static SimulatorTotals Sum(IEnumerable<SimulatorTruthRow> rows) =>
        rows.Aggregate(new SimulatorTotals(), (sum, row) => sum with
        {
            Impressions = sum.Impressions + row.Totals.Impressions,
            Clicks = sum.Clicks + row.Totals.Clicks,
            Cost = sum.Cost + row.Totals.Cost,
            Purchases1d = sum.Purchases1d + row.Totals.Purchases1d,
            Purchases7d = sum.Purchases7d + row.Totals.Purchases7d,
            Purchases14d = sum.Purchases14d + row.Totals.Purchases14d,
            Purchases30d = sum.Purchases30d + row.Totals.Purchases30d,
            UnitsSold1d = sum.UnitsSold1d + row.Totals.UnitsSold1d,
            UnitsSold7d = sum.UnitsSold7d + row.Totals.UnitsSold7d,
            UnitsSold14d = sum.UnitsSold14d + row.Totals.UnitsSold14d,
            UnitsSold30d = sum.UnitsSold30d + row.Totals.UnitsSold30d,
            Sales1d = sum.Sales1d + row.Totals.Sales1d,
            Sales7d = sum.Sales7d + row.Totals.Sales7d,
            Sales14d = sum.Sales14d + row.Totals.Sales14d,
            Sales30d = sum.Sales30d + row.Totals.Sales30d,
            ViewableImpressions = sum.ViewableImpressions + row.Totals.ViewableImpressions,
            Purchases = sum.Purchases + row.Totals.Purchases,
            UnitsSold = sum.UnitsSold + row.Totals.UnitsSold,
            Sales = sum.Sales + row.Totals.Sales,
            NewToBrandPurchases = sum.NewToBrandPurchases + row.Totals.NewToBrandPurchases,
            NewToBrandUnitsSold = sum.NewToBrandUnitsSold + row.Totals.NewToBrandUnitsSold,
            NewToBrandSales = sum.NewToBrandSales + row.Totals.NewToBrandSales,
            KindlePagesReadAfterClicks = sum.KindlePagesReadAfterClicks + row.Totals.KindlePagesReadAfterClicks,
            KindlePagesRead = sum.KindlePagesRead + row.Totals.KindlePagesRead,
            KindleRoyaltiesAfterClicks = sum.KindleRoyaltiesAfterClicks + row.Totals.KindleRoyaltiesAfterClicks,
            KindleRoyalties = sum.KindleRoyalties + row.Totals.KindleRoyalties,
        });
}
