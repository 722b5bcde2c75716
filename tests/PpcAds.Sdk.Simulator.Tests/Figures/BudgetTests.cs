namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>No campaign spends more than it may.</summary>
public sealed class BudgetTests
{
    private const int Days = 59;

    // From the first of a month to the last of the next, around the event day.
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Theory]
    [InlineData("spCampaigns", 1)]
    [InlineData("spCampaigns", 2)]
    [InlineData("sbCampaigns", 1)]
    [InlineData("sbCampaigns", 2)]
    [InlineData("sdCampaigns", 1)]
    [InlineData("sdCampaigns", 2)]
    public void No_campaign_spends_more_on_a_day_than_it_may_and_some_spend_all_of_it(string type, int seed)
    {
        using var sight = new Sight(seed, campaigns: 40);
        var limits = LimitsOf(sight);
        List<SimulatorTruthRow> days = [.. sight.Range(type, "campaign", Start, Days, age: 1)];

        days.Should().AllSatisfy(day => day.Totals.Cost.Should().BeLessThanOrEqualTo(limits[day.CampaignId]));
        days.Count(day => day.Totals.Cost > 0.75m * limits[day.CampaignId]).Should().BeInRange(days.Count / 200, days.Count / 3);
    }

    [Fact]
    public void A_month_of_Sponsored_Products_stays_within_its_days_budgets_though_single_days_do_not()
    {
        using var sight = new Sight(campaigns: 200);
        var limits = LimitsOf(sight);
        List<SimulatorTruthRow> days = [.. sight.Range("spCampaigns", "campaign", Start, Days, age: 1)];

        foreach (var month in days.GroupBy(day => (day.CampaignId, day.Date.Month)))
        {
            int length = DateTime.DaysInMonth(2026, month.Key.Month);
            month.Sum(day => day.Totals.Cost).Should().BeLessThanOrEqualTo(BudgetOf(limits[month.Key.CampaignId]) * length);
        }

        days.Count(day => day.Totals.Cost > BudgetOf(limits[day.CampaignId]) * 1.1m).Should().BePositive();

        // The limit of a day is a quarter above the budget, rounded down.
        static decimal BudgetOf(decimal limit) => (limit + 0.01m) / 1.25m;
    }

    [Fact]
    public void When_the_money_is_spent_all_targets_are_shown_less_in_proportion()
    {
        using var sight = new Sight(campaigns: 200);
        var expected = sight.Expectations(Start, Days).ToDictionary(day => (day.Date, day.TargetId));
        var limits = LimitsOf(sight);
        List<double> largest = [], others = [];
        foreach (var day in sight.Range("spTargeting", "targeting", Start, Days, age: 1)
            .GroupBy(row => (row.CampaignId, row.Date))
            .Where(day => day.Sum(row => row.Totals.Cost) > 0.95m * limits[day.Key.CampaignId]))
        {
            var shares = day.Select(row => (Of: expected[(row.Date, row.TargetId!.Value)].Impressions, row.Totals.Impressions))
                .OrderByDescending(row => row.Of).ToList();
            if (shares.Count > 1)
            {
                largest.Add(shares[0].Impressions / shares[0].Of);
                others.Add(shares.Skip(1).Sum(row => row.Impressions) / shares.Skip(1).Sum(row => row.Of));
            }
        }

        largest.Should().HaveCountGreaterThan(30);
        largest.Average().Should().BeInRange(0.2, 0.85);
        others.Average().Should().BeApproximately(largest.Average(), 0.1);
    }

    private static Dictionary<long, decimal> LimitsOf(Sight sight) =>
        sight.Parameters.Campaigns.ToDictionary(campaign => campaign.CampaignId, campaign => campaign.LargestDailySpend);
}
