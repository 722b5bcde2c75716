namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>What no row ever breaks.</summary>
public sealed class InvariantTests
{
    private static readonly int[] Ages = [0, 1, 2, 3, 4, 5, 7, 10, 14, 20, 31];
    private static readonly DateOnly Day = new(2026, 2, 10);

    [Theory]
    [InlineData("spTargeting")]
    [InlineData("sbTargeting")]
    [InlineData("sdTargeting")]
    public void Windows_are_nested_and_shares_are_no_more_than_the_whole(string type)
    {
        using var sight = new Sight(campaigns: 40);

        foreach (SimulatorTotals row in Ages.SelectMany(age => sight.Rows(type, "targeting", Day, age)).Select(row => row.Totals))
        {
            new[] { row.Purchases1d, row.Purchases7d, row.Purchases14d, row.Purchases30d }.Should().BeInAscendingOrder();
            new[] { row.UnitsSold1d, row.UnitsSold7d, row.UnitsSold14d, row.UnitsSold30d }.Should().BeInAscendingOrder();
            new[] { row.Sales1d, row.Sales7d, row.Sales14d, row.Sales30d }.Should().BeInAscendingOrder();
            row.NewToBrandPurchases.Should().BeLessThanOrEqualTo(row.Purchases);
            row.NewToBrandSales.Should().BeLessThanOrEqualTo(row.Sales);
            row.Purchases30d.Should().BeLessThanOrEqualTo(row.Clicks, "each is some click's");
            row.UnitsSold30d.Should().BeGreaterThanOrEqualTo(row.Purchases30d);
            row.Clicks.Should().BeLessThanOrEqualTo(row.Impressions);
        }
    }

    [Theory]
    [InlineData("spTargeting")]
    [InlineData("sbTargeting")]
    [InlineData("sdTargeting")]
    public void With_age_orders_only_come_clicks_only_go_and_no_row_is_added(string type)
    {
        using var sight = new Sight(campaigns: 40);
        Dictionary<string, SimulatorTotals>? before = null;
        int fewerClicks = 0, moreOrders = 0;
        foreach (int age in Ages)
        {
            var now = sight.Rows(type, "targeting", Day, age).ToDictionary(row => row.Key, row => row.Totals);
            foreach ((string key, SimulatorTotals row) in before is null ? [] : now)
            {
                SimulatorTotals old = before!.Should().ContainKey(key).WhoseValue;
                (row.Purchases7d >= old.Purchases7d && row.Purchases30d >= old.Purchases30d && row.Purchases >= old.Purchases)
                    .Should().BeTrue();
                (row.Clicks <= old.Clicks && row.Impressions <= old.Impressions && row.Cost <= old.Cost).Should().BeTrue();
                fewerClicks += row.Clicks < old.Clicks ? 1 : 0;
                moreOrders += row.Purchases > old.Purchases ? 1 : 0;
            }

            before = now;
        }

        (fewerClicks > 0, moreOrders > 0).Should().Be((true, true));
    }

    [Fact]
    public void After_a_month_a_few_orders_are_given_back()
    {
        using var sight = new Sight(campaigns: 60);

        double kept = Sum(32) / Sum(31);

        kept.Should().BeInRange(0.95, 0.999);

        double Sum(int age) => sight.Range("spCampaigns", "campaign", Day, 14, age).Sum(row => row.Totals.Purchases30d);
    }

    [Fact]
    public void Figures_do_not_depend_on_what_was_looked_at_before()
    {
        using var forward = new Sight();
        using var backward = new Sight();
        (string Type, string By)[] reports =
            [("spTargeting", "targeting"), ("spCampaigns", "campaignPlacement"), ("sbAds", "ads"), ("sdTargeting", "targeting")];
        DateOnly[] days = [.. Enumerable.Range(0, 5).Select(Day.AddDays)];

        var first = Pairs().ToDictionary(pair => pair, pair => TotalsOf(forward, pair));
        var second = Pairs().Reverse().ToDictionary(pair => pair, pair => TotalsOf(backward, pair));

        second.Should().Equal(first);

        IEnumerable<((string Type, string By) Report, DateOnly Day)> Pairs() =>
            reports.SelectMany(report => days.Select(day => (report, day)));

        static SimulatorTotals TotalsOf(Sight sight, ((string Type, string By) Report, DateOnly Day) pair) =>
            sight.Totals(pair.Report.Type, pair.Report.By, pair.Day, 3);
    }
}
