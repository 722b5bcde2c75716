namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The figures of Sponsored Display.</summary>
public sealed class DisplayFigureTests
{
    private static readonly DateOnly Start = new(2026, 2, 10);
    private static readonly DateOnly End = new(2026, 3, 1);

    [Fact]
    public async Task Every_grain_adds_up_to_the_same()
    {
        await using Caller caller = await Caller.StartAsync(options => options.DisplayCampaigns = 12);

        SimulatorTotals campaigns = Totals(caller, "sdCampaigns", "campaign") with { Rows = 0 };

        campaigns.Cost.Should().BePositive();
        campaigns.Sales.Should().BeGreaterThan(campaigns.Sales14d, "some came after views");
        (Totals(caller, "sdAdGroup", "adGroup") with { Rows = 0 }).Should().Be(campaigns);
        (Totals(caller, "sdTargeting", "targeting") with { Rows = 0 }).Should().Be(campaigns);
        (Totals(caller, "sdAdvertisedProduct", "advertiser") with { Rows = 0 }).Should().Be(campaigns);
        SimulatorTotals others = Totals(caller, "sdPurchasedProduct", "asin");
        others.Sales.Should().BeInRange(0.01m, campaigns.Sales - 0.01m);
        (others.Impressions, others.Clicks, others.Cost).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task Some_sales_are_no_targets()
    {
        await using Caller caller = await Caller.StartAsync(options => options.DisplayCampaigns = 12);

        IReadOnlyList<SimulatorTruthRow> rows = caller.Simulator.Truth.GetRows(caller.Profile().ProfileId, "sdTargeting", ["targeting"], Start, End);

        rows.Where(row => row.TargetId is null).Should().NotBeEmpty().And.OnlyContain(row => row.Totals.Sales > 0 && row.Totals.Impressions == 0 && row.Totals.Sales14d == 0);
    }

    private static SimulatorTotals Totals(Caller caller, string type, string groupBy) =>
        caller.Simulator.Truth.GetTotals(caller.Profile().ProfileId, type, [groupBy], Start, End);
}
