using PpcAds.Sdk.Simulator.Faults;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>What storms throw at which calls.</summary>
public sealed class StormTests
{
    private const int Calls = 2000;

    [Theory]
    [InlineData("reports.get", "401 408 429 500 502 503 504")]
    [InlineData("reports.download", "206 301 307 400 408 416 500 503")]
    [InlineData("exports.download", "206 301 307 400 408 416 500 503")]
    [InlineData("lwa.token", "429 500 502 503 504")]
    [InlineData("sp.campaigns.list", "401 408 429 500 503")]
    public void Statuses_are_of_every_kind_that_the_operation_may_meet(string operation, string statuses)
    {
        IEnumerable<int> found = Faults(new SimulatorStorm(1), operation)
            .Select(fault => fault.Kind switch
            {
                SimulatorFaultKind.PartialContent => 206,
                SimulatorFaultKind.Status => fault.Status,
                _ => 0,
            });

        found.Distinct().Should().Contain(
            statuses.Split(' ').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("sp.campaigns.list", "PagesInCircle PagesRepeat PagesEmpty OddItem")]
    [InlineData("portfolios.list", "PagesInCircle PagesRepeat PagesEmpty OddItem")]
    [InlineData("sb.themes.list", "PagesInCircle PagesRepeat PagesEmpty OddItem")]
    [InlineData("sd.targets.list", "IndexIgnored OddItem")]
    [InlineData("sd.targets.listExtended", "IndexIgnored OddItem")]
    [InlineData("sb.keywords.list", "IndexIgnored OddItem")]
    [InlineData("profiles.list", "OddItem")]
    [InlineData("exports.download", "OddItem PartialContent")]
    [InlineData("reports.download", "PartialContent OddItem")]
    [InlineData("reports.create", "ReportFails")]
    [InlineData("reports.get", "SetMembers")]
    public void Lists_and_files_are_odd_in_their_own_ways(string operation, string kinds)
    {
        SimulatorFaultKind[] usual =
        [
            SimulatorFaultKind.Status,
            SimulatorFaultKind.CloseConnection,
            SimulatorFaultKind.TruncateBody,
            SimulatorFaultKind.Delay,
        ];

        Faults(new SimulatorStorm(1), operation).Select(fault => fault.Kind).Distinct().Except(usual)
            .Should().BeEquivalentTo(
                kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<SimulatorFaultKind>));
    }

    [Fact]
    public void No_real_item_is_changed() => Faults(new SimulatorStorm(1), "sp.campaigns.list")
        .Where(fault => fault.Kind == SimulatorFaultKind.OddItem).Select(fault => fault.Oddity).Distinct()
        .Should().BeEquivalentTo([SimulatorOddity.ExtraNull, SimulatorOddity.ExtraWithoutId]);

    /// <summary>
    /// A soak takes a storm for each day: with seed and day added up, neighbouring seeds had nearly all storms in common.
    /// </summary>
    [Fact]
    public void Storms_of_neighbouring_seeds_and_days_share_no_more_than_chance_has_it()
    {
        string[][] storms =
        [
            .. from seed in Enumerable.Range(5, 4)
               from day in Enumerable.Range(0, 4)
               select Pattern(new SimulatorStorm(0.5, seed, day)),
        ];

        for (int first = 0; first < storms.Length; first++)
        {
            for (int second = 0; second < first; second++)
            {
                double same = storms[first].Zip(storms[second]).Count(pair => pair.First == pair.Second) / (double)Calls;

                // Half of the calls are hit: in a quarter neither is, and the rest is rarely the same of some twenty faults.
                same.Should().BeInRange(0.2, 0.32, $"storms {first} and {second} are two");
            }
        }
    }

    [Fact]
    public void Seed_salt_and_call_do_not_stand_for_one_another()
    {
        var numbers = Enumerable.Range(1, 30).ToList();

        numbers.Count(number => At(number, 100, 200) == At(100, number, 200)).Should().BeLessThan(10);
        numbers.Count(number => At(100, 200, number) == At(100, number, 200)).Should().BeLessThan(10);
        numbers.Count(number => At(number, 0, 100) == At(100, 0, number)).Should().BeLessThan(10);

        static SimulatorFault? At(int seed, int salt, int call) =>
            StormDice.Throw(new SimulatorStorm(1, seed, salt), call, "sp.campaigns.list");
    }

    [Fact]
    public void The_same_storm_throws_the_same() =>
        Pattern(new SimulatorStorm(0.5, 5, 3)).Should().Equal(Pattern(new SimulatorStorm(0.5, 5, 3)));

    private static IEnumerable<SimulatorFault> Faults(SimulatorStorm storm, string operation) =>
        Enumerable.Range(1, Calls).Select(call => StormDice.Throw(storm, call, operation)).OfType<SimulatorFault>();

    private static string[] Pattern(SimulatorStorm storm) =>
        [.. Enumerable.Range(1, Calls).Select(call => $"{StormDice.Throw(storm, call, "sp.campaigns.list")}")];
}
