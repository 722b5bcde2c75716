using PpcAds.Sdk.Chaos.Soak;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Chaos;

/// <summary>The soak itself: that it checks what it says, and that seeds share nothing.</summary>
[Collection(SoakedDatabase.Name)]
public sealed class SoakTests(SoakedDatabase soaked)
{
    public static TheoryData<string, string> Changes { get; } = new()
    {
        { $"UPDATE performance_facts SET clicks = COALESCE(clicks, 0) + 1 WHERE {NewestOf("sb.target")}", "sb.target" },
        { $"DELETE FROM performance_facts WHERE {NewestOf("sd.purchased_product")}", "sd.purchased_product" },
        { $"UPDATE performance_facts SET date = '2024-01-01' WHERE {NewestOf("sp.campaign")}", "the ledger does not know" },
        {
            "INSERT INTO performance_changes (scope_id, known_at, date, campaign_id, detail, clicks) "
            + "SELECT r.scope_id, s.known_at + 1, r.date, r.campaign_id, r.detail, 1 FROM performance_facts r "
            + "JOIN performance_scopes s ON s.scope_id = r.scope_id WHERE s.dataset = 'sp.campaign' LIMIT 1",
            "what was known at"
        },
        { "DELETE FROM performance_days WHERE dataset = 'sp.search_term' AND date = (SELECT max(date) FROM performance_days WHERE dataset = 'sp.search_term')", "gone from the ledger" },
        { "UPDATE performance_days SET report_generated_at = report_generated_at - 90000000000 WHERE dataset = 'sd.target'", "the last one with it that was loaded" },
        { "UPDATE performance_days SET state = 'suspect' WHERE dataset = 'sb.ad' AND date = (SELECT max(date) FROM performance_days)", "and no issue says so" },
        { "UPDATE performance_days SET state = 'unproven' WHERE dataset = 'sb.ad' AND date = (SELECT max(date) FROM performance_days)", "not at the edge" },
        { "UPDATE ppc_negative_targets SET state = 'PAUSED'", "ppc_negative_targets" },
        { "DELETE FROM ppc_ads WHERE ad_product = 'SPONSORED_DISPLAY'", "ppc_ads" },
        { "UPDATE ppc_profiles SET time_zone = 'UTC'", "profiles in" },
        { "UPDATE ppc_campaigns SET cost_total_micros = cost_total_micros + 1 WHERE ad_product = 'SPONSORED_BRANDS'", "wrong sums" },
    };

    private static string NewestOf(string dataset) =>
        "(scope_id, date, campaign_id, detail) = (SELECT r.scope_id, r.date, r.campaign_id, r.detail FROM performance_facts r "
        + $"JOIN performance_scopes s ON s.scope_id = r.scope_id WHERE s.dataset = '{dataset}' ORDER BY r.date DESC LIMIT 1)";

    [Fact]
    public void An_undisturbed_database_is_good()
    {
        soaked.IsGood.Should().BeTrue(soaked.Output);
        soaked.Output.Should().Contain("GOOD.").And.NotContain("NOT GOOD");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_is_changed_by_hand_is_found_out(string sql, string found) =>
        soaked.Found[sql].Should().Contain(text => text.Contains(found, StringComparison.Ordinal));

    [Fact]
    public async Task Seeds_share_neither_profiles_nor_days_nor_events()
    {
        SoakPlan[] plans = [.. Enumerable.Range(1, 12).Select(seed => new SoakPlan(Options(seed, 45)))];
        var profiles = new List<SimulatorProfileInfo>();
        foreach (SoakPlan plan in plans)
        {
            await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(plan.Describe(TimeProvider.System));
            profiles.AddRange(amazon.Truth.Profiles);
        }

        profiles.Select(profile => profile.ProfileId).Should().OnlyHaveUniqueItems();
        profiles.Select(profile => profile.TimeZone).Distinct().Count().Should().BeGreaterThan(10);
        plans.Select(plan => plan.Start).Distinct().Count().Should().BeGreaterThan(8);
        plans.Select(plan => string.Join(' ', Enumerable.Range(0, 45).Select(day => plan.GetSync(day) - plan.Start))).Should().OnlyHaveUniqueItems();
        plans.Select(plan => string.Join(' ', Enumerable.Range(0, 45).Select(day => string.Join('+', plan.GetEvents(day))))).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_same_seed_makes_the_same_plan()
    {
        (SoakPlan one, SoakPlan other) = (new SoakPlan(Options(5, 45)), new SoakPlan(Options(5, 45)));

        other.Start.Should().Be(one.Start);
        Enumerable.Range(0, 45).Should().OnlyContain(day => one.GetSync(day) == other.GetSync(day) && one.GetEvents(day).SequenceEqual(other.GetEvents(day)));
        other.Describe(TimeProvider.System).Should().BeEquivalentTo(one.Describe(TimeProvider.System));
    }

    [Theory]
    [InlineData("3", new[] { 3 })]
    [InlineData("1-3, 9", new[] { 1, 2, 3, 9 })]
    [InlineData("commit", new[] { 0x763bfae })]
    [InlineData("2,commit*2", new[] { 2, 0x763bfae, 0x01234ab })]
    public void Seeds_are_numbers_ranges_and_parts_of_the_commit(string text, int[] seeds) =>
        SoakSeeds.Read(text, () => "763bfae01234abcdef0123456789abcdef012345").Should().Equal(seeds);

    [Theory]
    [InlineData("three")]
    [InlineData("4-1")]
    [InlineData("commit*9")]
    public void Other_seeds_are_refused(string text) =>
        FluentActions.Invoking(() => SoakSeeds.Read(text, () => new string('a', 40))).Should().Throw<FormatException>();

    [Fact]
    public void Days_are_read_from_issues_and_instants_are_not() =>
        SoakCheck.DaysIn("2026-01-30 to 2026-02-01, 2026-02-03: late until 2026-02-05 10:00:00Z, since 2026-02-06T10:00")
            .Should().Equal(new(2026, 1, 30), new(2026, 1, 31), new(2026, 2, 1), new(2026, 2, 3));

    private static SoakOptions Options(int seed, int days) => new() { Days = days, Faults = 0, Seed = seed, Database = "sqlite" };
}
