namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The figures themselves.</summary>
public sealed class FigureTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly DateOnly End = new(2026, 3, 14);

    [Fact]
    public async Task The_same_seed_gives_the_same_figures_and_another_gives_others()
    {
        await using Caller first = await Caller.StartAsync();
        await using Caller second = await Caller.StartAsync();
        await using Caller other = await Caller.StartAsync(options => options.Seed = 8);

        Totals(first).Should().Be(Totals(second)).And.NotBe(Totals(other));
    }

    [Fact]
    public async Task Every_grain_adds_up_to_the_same()
    {
        await using Caller caller = await Caller.StartAsync();

        (decimal, long) byCampaign = Sum(caller, "spCampaigns", "campaign");

        Sum(caller, "spCampaigns", "campaign", "adGroup").Should().Be(byCampaign);
        Sum(caller, "spTargeting", "targeting").Should().Be(byCampaign);
        Sum(caller, "spAdvertisedProduct", "advertiser").Should().Be(byCampaign);
    }

    [Fact]
    public async Task As_days_pass_figures_are_restated_and_rows_vanish_but_none_comes()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 20);
        DateTimeOffset now = caller.Simulator.Clock.GetUtcNow();

        SimulatorChanges changes = caller.Simulator.Truth.GetChanges(caller.Profile().ProfileId, "spTargeting", ["targeting"], Start, End, now, now.AddDays(10));

        changes.Should().Match<SimulatorChanges>(found => found.Restated > 0 && found.Vanished > 0 && found.Unchanged > found.Restated && found.Added == 0);
    }

    [Fact]
    public async Task The_clock_moves_on_without_changing_who_there_is()
    {
        await using Caller caller = await Caller.StartAsync();
        IReadOnlyList<SimulatorProfileInfo> before = caller.Simulator.Truth.Profiles;

        caller.Simulator.Clock.Advance(TimeSpan.FromDays(30));

        caller.Simulator.Truth.Profiles.Should().Equal(before);
    }

    private static SimulatorTotals Totals(Caller caller) =>
        caller.Simulator.Truth.GetTotals(caller.Profile().ProfileId, "spCampaigns", ["campaign"], Start, End);

    private static (decimal Cost, long Impressions) Sum(Caller caller, string type, params string[] groupBy)
    {
        SimulatorTotals totals = caller.Simulator.Truth.GetTotals(caller.Profile().ProfileId, type, groupBy, Start, End);
        return (totals.Cost, totals.Impressions);
    }
}
