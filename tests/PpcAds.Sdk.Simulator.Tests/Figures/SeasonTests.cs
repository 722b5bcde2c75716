namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>The week, the year, growth and the one event day.</summary>
public sealed class SeasonTests
{
    private const int Weeks = 40;
    private static readonly DateOnly Monday = new(2025, 11, 3);

    [Fact]
    public void Weekday_profiles_average_one_and_differ_by_campaign()
    {
        using var sight = new Sight(campaigns: 60);
        IReadOnlyList<SimulatorCampaignParameters> campaigns = sight.Parameters.Campaigns;

        campaigns.Should().AllSatisfy(campaign =>
        {
            campaign.WeekdayTraffic.Should().HaveCount(7);
            campaign.WeekdayTraffic.Average().Should().BeApproximately(1, 1e-9);
            campaign.WeekdayConversion.Average().Should().BeApproximately(1, 1e-9);
        });
        double[] weekends =
            [.. campaigns.Select(campaign => (campaign.WeekdayTraffic[5] + campaign.WeekdayTraffic[6]) / 2).Order()];
        weekends[weekends.Length / 10].Should().BeLessThan(0.9);
        weekends[weekends.Length / 2].Should().BeInRange(0.95, 1.15);
        weekends[^(weekends.Length / 10)].Should().BeGreaterThan(1.08);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Impressions_of_campaigns_with_money_left_follow_their_own_week(int seed)
    {
        using var sight = new Sight(seed);
        var expected = sight.Expectations(Monday, Weeks * 7)
            .GroupBy(day => (day.CampaignId, day.Date.DayOfWeek))
            .ToDictionary(group => group.Key, group => group.Sum(day => day.Impressions));
        var rows = sight.Range("spCampaigns", "campaign", Monday, Weeks * 7).ToLookup(row => row.CampaignId);
        int compared = 0;
        foreach (SimulatorCampaignParameters campaign in sight.Parameters.Campaigns)
        {
            // Every day of the weeks, and never short of money.
            List<SimulatorTruthRow> own = [.. rows[campaign.CampaignId]];
            if (own.Count < Weeks * 7 || own.Max(row => row.Totals.Cost) > 0.5m * campaign.LargestDailySpend)
            {
                continue;
            }

            double whole = own.Sum(row => row.Totals.Impressions)
                / Enum.GetValues<DayOfWeek>().Sum(weekday => expected[(campaign.CampaignId, weekday)]);
            foreach (IGrouping<DayOfWeek, SimulatorTruthRow> weekday in own.GroupBy(row => row.Date.DayOfWeek))
            {
                double share = weekday.Sum(row => row.Totals.Impressions) / expected[(campaign.CampaignId, weekday.Key)];
                (share / whole).Should().BeApproximately(1, 0.2, "of {0}", weekday.Key);
            }

            compared++;
        }

        compared.Should().BeGreaterThan(3);
    }

    [Fact]
    public void The_year_has_a_slow_wave_by_product_and_campaigns_grow_or_shrink()
    {
        using var sight = new Sight(campaigns: 60);
        IReadOnlyList<SimulatorCampaignParameters> campaigns = sight.Parameters.Campaigns;

        campaigns.GroupBy(campaign => campaign.Product).Should().HaveCountGreaterThan(7).And.AllSatisfy(
            product => product.Select(campaign => (campaign.WavePeakDayOfYear, campaign.WaveAmplitude)).Distinct()
                .Should().ContainSingle());
        campaigns.Select(campaign => campaign.WavePeakDayOfYear).Distinct().Should().HaveCountGreaterThan(7);
        campaigns.Count(campaign => campaign.DailyGrowth < 0).Should().BeInRange(1, campaigns.Count / 2);
    }

    [Fact]
    public void One_event_day_a_year_lies_within_what_every_report_keeps_at_the_default_date()
    {
        using var sight = new Sight();

        sight.Parameters.EventDays.Should().Equal(new DateOnly(2025, 2, 11), new DateOnly(2026, 2, 10), new DateOnly(2027, 2, 9));
        new SimulatorOptions().AsOf.AddDays(-60).Should().BeBefore(new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_event_day_brings_shoppers_who_buy_and_the_days_around_it_bring_lookers(int seed)
    {
        using var sight = new Sight(seed, campaigns: 60);
        DateOnly day = new(2026, 2, 10);
        SimulatorTotals on = On(0)[0];
        SimulatorTotals[] around = On(-14, -7, 7, 14);

        (on.Impressions / around.Average(total => total.Impressions)).Should().BeInRange(1.4, 2.6);
        (RateOf([on]) / RateOf(around)).Should().BeInRange(1.02, 1.5);
        ((double)(on.Cost / on.Clicks / (around.Sum(total => total.Cost) / around.Sum(total => total.Clicks))))
            .Should().BeGreaterThan(1.05, "clicks cost more");
        (RateOf(On(-1, 1)) / RateOf(On(-15, -8, 6, 13, -13, -6, 8, 15))).Should().BeLessThan(1);

        SimulatorTotals[] On(params int[] days) =>
            [.. days.Select(away => sight.Totals("spTargeting", "targeting", day.AddDays(away)))];

        static double RateOf(SimulatorTotals[] totals) =>
            (double)totals.Sum(total => total.Purchases30d) / totals.Sum(total => total.Clicks);
    }

    [Fact]
    public void Each_campaign_gains_what_its_parameters_say()
    {
        using var sight = new Sight();
        var days = sight.Expectations(new DateOnly(2026, 2, 3), 8).ToLookup(day => (day.TargetId, day.Date));

        foreach (SimulatorCampaignParameters campaign in sight.Parameters.Campaigns)
        {
            foreach (SimulatorTargetParameters target in sight.Parameters.Targets
                .Where(target => target.CampaignId == campaign.CampaignId))
            {
                SimulatorExpectation? before = days[(target.TargetId, new DateOnly(2026, 2, 3))].FirstOrDefault();
                SimulatorExpectation? on = days[(target.TargetId, new DateOnly(2026, 2, 10))].FirstOrDefault();
                if (before is not null && on is not null)
                {
                    (on.Impressions / before.Impressions).Should().BeApproximately(campaign.EventTraffic, 0.2);
                    (on.Clicks / on.Impressions).Should().BeApproximately(target.ClickRate, 1e-9);
                }
            }
        }
    }
}
