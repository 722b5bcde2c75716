namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The figures of Sponsored Brands.</summary>
public sealed class BrandFigureTests
{
    private static readonly DateOnly Start = new(2026, 2, 10);
    private static readonly DateOnly End = new(2026, 3, 1);

    [Fact]
    public async Task Every_grain_adds_up_to_the_same()
    {
        await using Caller caller = await Caller.StartAsync(options => options.BrandCampaigns = 12);

        SimulatorTotals campaigns = Totals(caller, "sbCampaigns", "campaign") with { Rows = 0 };

        campaigns.Cost.Should().BePositive();
        (Totals(caller, "sbAdGroup", "adGroup") with { Rows = 0 }).Should().Be(campaigns);
        (Totals(caller, "sbCampaignPlacement", "campaignPlacement") with { Rows = 0 }).Should().Be(campaigns);
        (Totals(caller, "sbTargeting", "targeting") with { Rows = 0 }).Should().Be(campaigns);
        (Totals(caller, "sbAds", "ads") with { Rows = 0 }).Should().Be(campaigns);
        SimulatorTotals terms = Totals(caller, "sbSearchTerm", "searchTerm");
        (terms.Clicks, terms.Impressions < campaigns.Impressions).Should().Be((campaigns.Clicks, true));
        SimulatorTotals products = Totals(caller, "sbPurchasedProduct", "purchasedAsin");
        (products.Sales, products.Purchases, products.UnitsSold, products.Sales14d).Should().Be((campaigns.Sales, campaigns.Purchases, campaigns.UnitsSold, campaigns.Sales14d));
        (products.Impressions, products.Clicks, products.Cost).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task Only_campaigns_that_pay_for_views_have_sales_after_views()
    {
        await using Caller caller = await Caller.StartAsync(options => (options.BrandCampaigns, options.AuthorProfiles) = (12, 3));
        SimulatorTotals seller = Totals(caller, "sbCampaigns", "campaign");
        SimulatorProfileInfo author = caller.Simulator.Truth.Profiles.First(profile => profile.IsAuthor);

        SimulatorTotals authors = caller.Simulator.Truth.GetTotals(author.ProfileId, "sbCampaigns", ["campaign"], Start, End);

        seller.Sales.Should().BeGreaterThan(seller.Sales14d);
        (authors.Sales, authors.Purchases).Should().Be((authors.Sales14d, authors.Purchases14d));
        authors.Sales.Should().BePositive();
        seller.ViewableImpressions.Should().BeInRange(1, seller.Impressions - 1);
    }

    [Fact]
    public async Task As_days_pass_figures_are_restated_but_no_row_comes()
    {
        await using Caller caller = await Caller.StartAsync(options => options.BrandCampaigns = 20);
        DateTimeOffset now = caller.Simulator.Clock.GetUtcNow();

        SimulatorChanges changes = caller.Simulator.Truth.GetChanges(
            caller.Profile().ProfileId, "sbTargeting", ["targeting"], new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 14), now, now.AddDays(10));

        changes.Should().Match<SimulatorChanges>(found => found.Restated > 0 && found.Added == 0);
    }

    private static SimulatorTotals Totals(Caller caller, string type, string groupBy) =>
        caller.Simulator.Truth.GetTotals(caller.Profile().ProfileId, type, [groupBy], Start, End);
}
