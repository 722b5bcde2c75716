namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>How long orders take, and when reports know them.</summary>
public sealed class DelayTests
{
    private const int Days = 14;
    private static readonly int[] Ages = [1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30];
    private static readonly DateOnly Start = new(2026, 1, 5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Orders_are_known_by_age_as_the_curves_of_their_ad_groups_say(int seed)
    {
        using var sight = new Sight(seed, campaigns: 60);
        Dictionary<long, SimulatorAdGroupParameters> curves = CurvesOf(sight);
        List<SimulatorTruthRow> final = [.. AdGroups(sight, 30)];
        double all = final.Sum(row => row.Totals.Purchases30d);

        foreach (int age in Ages)
        {
            double known = AdGroups(sight, age).Sum(row => row.Totals.Purchases30d);
            double expected = final.Sum(
                row => row.Totals.Purchases30d * curves[row.AdGroupId!.Value].GetShareKnown(age, 30));
            double deviation = Math.Sqrt(Math.Max(0.25, expected * (1 - (expected / all))));
            known.Should().BeApproximately(
                expected, 4 * deviation, "that is what chance allows at age {0} of {1} orders", age, all);
        }
    }

    [Fact]
    public void Each_day_brings_fewer_orders_than_the_day_before()
    {
        using var sight = new Sight(campaigns: 60);

        // Of one, two, three, four and thirty days; each step is over at least a day.
        long[] known = [.. new[] { 1, 2, 3, 4, 30 }.Select(age => AdGroups(sight, age).Sum(row => row.Totals.Purchases30d))];

        (known[1] - known[0]).Should().BeLessThan(known[0]).And.BePositive();
        (known[2] - known[1]).Should().BeLessThan(known[1] - known[0]).And.BePositive();
        ((known[4] - known[3]) / 26.0).Should().BeLessThan(known[3] - known[2]).And.BePositive();
        ((double)known[0] / known[4]).Should().BeInRange(0.45, 0.7, "about six of ten orders follow within a day");
    }

    [Fact]
    public void Every_curve_is_concave_and_ends_with_its_window()
    {
        using var sight = new Sight(campaigns: 60);

        sight.Parameters.AdGroups.Should().AllSatisfy(curve =>
        {
            double[] steps = [.. curve.KnownByAge.Skip(1).Zip(curve.KnownByAge.Skip(2), (first, second) => second - first)];
            steps.Should().BeInDescendingOrder().And.OnlyContain(step => step > 0);
            steps[0].Should().BeLessThan(curve.KnownByAge[1]);
            curve.KnownByAge.Should().HaveCount(31);
            curve.KnownByAge[30].Should().Be(1);
            new[] { 1, 7, 14 }.Select(window => curve.GetShareKnown(window, window)).Should().AllBeEquivalentTo(1.0);
            curve.GetShareKnown(-1, 7).Should().Be(0);
            curve.GetShareKnown(0, 7).Should().BeInRange(0.01, curve.GetShareKnown(1, 7));
        });
    }

    [Fact]
    public void Products_and_ad_products_differ()
    {
        using var sight = new Sight(campaigns: 60);
        var campaigns = sight.Parameters.Campaigns.ToDictionary(campaign => campaign.CampaignId);
        double[] firstDays = [.. sight.Parameters.AdGroups.Select(adGroup => adGroup.GetShareKnown(1, 7)).Order()];

        (firstDays[^5] - firstDays[4]).Should().BeGreaterThan(0.15);
        double products = ScaleOf("SPONSORED_PRODUCTS");
        double brands = ScaleOf("SPONSORED_BRANDS");
        ScaleOf("SPONSORED_DISPLAY").Should().BeGreaterThan(brands);
        brands.Should().BeGreaterThan(products);

        double ScaleOf(string adProduct) => sight.Parameters.AdGroups
            .Where(adGroup => campaigns[adGroup.CampaignId].AdProduct == adProduct)
            .Average(adGroup => adGroup.DelayScaleDays / sight.Parameters.AdGroups
                .Where(other => campaigns[other.CampaignId].Product == campaigns[adGroup.CampaignId].Product)
                .Average(other => other.DelayScaleDays));
    }

    private static IEnumerable<SimulatorTruthRow> AdGroups(Sight sight, int age) =>
        sight.Range("spCampaigns", "adGroup", Start, Days, age);

    private static Dictionary<long, SimulatorAdGroupParameters> CurvesOf(Sight sight) => sight.Parameters.AdGroups
        .GroupBy(adGroup => adGroup.AdGroupId)
        .ToDictionary(group => group.Key, group => group.First());
}
