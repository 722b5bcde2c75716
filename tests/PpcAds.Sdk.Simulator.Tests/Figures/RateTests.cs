namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>Click and conversion rates of targets.</summary>
public sealed class RateTests
{
    private const int Days = 28;
    private static readonly DateOnly Start = new(2026, 1, 12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Orders_scatter_about_the_rate_of_their_keyword_by_chance_but_not_about_that_of_the_campaign(int seed)
    {
        using var sight = new Sight(seed, campaigns: 60);
        List<Target> targets =
            [.. Observe(sight, row => row.Totals.Clicks, row => row.Totals.Purchases30d, day => day.Orders / day.Clicks)];

        Dispersion(targets, target => target.ExpectedRate).Should().BeInRange(0.85, 1.2);
        Dispersion(targets, Pooled(targets)).Should().BeGreaterThan(1.6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Clicks_differ_by_keyword_far_beyond_chance(int seed)
    {
        using var sight = new Sight(seed, campaigns: 60);
        List<Target> targets =
            [.. Observe(sight, row => row.Totals.Impressions, row => row.Totals.Clicks, day => day.Clicks / day.Impressions)];

        // The rate of a keyword has accidents of the day, and a few clicks are invalid.
        Dispersion(targets, target => target.ExpectedRate).Should().BeInRange(0.9, 2);
        Dispersion(targets, Pooled(targets)).Should().BeGreaterThan(8);
    }

    [Fact]
    public void Levels_are_those_of_the_published_benchmarks()
    {
        SimulatorTotals[] totals = [.. Enumerable.Range(1, 5).SelectMany(TotalsOf)];
        long clicks = totals.Sum(total => total.Clicks);

        (100.0 * clicks / totals.Sum(total => total.Impressions)).Should().BeInRange(0.3, 0.7);
        (100.0 * totals.Sum(total => total.Purchases7d) / clicks).Should().BeInRange(7, 12);
        (totals.Sum(total => total.Cost) / clicks).Should().BeInRange(0.7m, 1.3m);
        (totals.Sum(total => total.Cost) / totals.Sum(total => total.Sales7d)).Should().BeInRange(0.2m, 0.45m);

        static IEnumerable<SimulatorTotals> TotalsOf(int seed)
        {
            using var sight = new Sight(seed, campaigns: 60);
            return [.. Enumerable.Range(0, 7).Select(day => sight.Totals("spCampaigns", "campaign", Start.AddDays(day)))];
        }
    }

    [Fact]
    public void Nearer_match_types_are_clicked_and_bought_more_often()
    {
        using var sight = new Sight(campaigns: 300);
        ILookup<string, SimulatorTargetParameters> targets = sight.Parameters.Targets.ToLookup(target => target.MatchType);

        foreach (Func<SimulatorTargetParameters, double> rateOf in
            new Func<SimulatorTargetParameters, double>[] { target => target.ClickRate, target => target.ConversionRate })
        {
            targets["EXACT"].Average(rateOf).Should().BeGreaterThan(targets["PHRASE"].Average(rateOf));
            targets["PHRASE"].Average(rateOf).Should().BeGreaterThan(targets["BROAD"].Average(rateOf));
        }
    }

    [Fact]
    public void A_tenth_of_the_targets_has_about_half_of_the_impressions()
    {
        using var sight = new Sight(campaigns: 100);
        double[] sizes = [.. sight.Parameters.Targets.Select(target => target.ImpressionsPerDay).OrderDescending()];

        (sizes.Take(sizes.Length / 10).Sum() / sizes.Sum()).Should().BeInRange(0.45, 0.75);
    }

    /// <summary>Keywords with enough to tell, over all days.</summary>
    private static IEnumerable<Target> Observe(
        Sight sight,
        Func<SimulatorTruthRow, long> triesOf,
        Func<SimulatorTruthRow, long> hitsOf,
        Func<SimulatorExpectation, double> rateOf)
    {
        var rates = sight.Expectations(Start, Days).ToDictionary(day => (day.Date, day.TargetId), rateOf);
        return sight.Range("spTargeting", "targeting", Start, Days)
            .GroupBy(row => row.TargetId!.Value)
            .Select(rows => new Target(
                rows.First().CampaignId,
                rows.Sum(triesOf),
                rows.Sum(hitsOf),
                rows.Sum(row => triesOf(row) * rates[(row.Date, rows.Key)]) / Math.Max(1, rows.Sum(triesOf))))
            .Where(target => target.Tries * target.ExpectedRate >= 3);
    }

    private static Func<Target, double> Pooled(List<Target> targets)
    {
        var rates = targets.GroupBy(target => target.CampaignId).ToDictionary(
            group => group.Key, group => (double)group.Sum(target => target.Hits) / group.Sum(target => target.Tries));
        return target => Math.Max(1e-6, rates[target.CampaignId]);
    }

    /// <summary>Pearson's: 1 when nothing but chance makes them differ from the rate.</summary>
    private static double Dispersion(List<Target> targets, Func<Target, double> rateOf) => targets.Average(target =>
    {
        double rate = rateOf(target);
        return Math.Pow(target.Hits - (target.Tries * rate), 2) / (target.Tries * rate * (1 - rate));
    });

    private sealed record Target(long CampaignId, long Tries, long Hits, double ExpectedRate);
}
