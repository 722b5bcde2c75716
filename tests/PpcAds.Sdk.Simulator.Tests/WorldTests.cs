namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Who is in the simulated world.</summary>
public sealed class WorldTests
{
    private const long LargestExactDouble = 1L << 53;

    [Fact]
    public async Task Every_other_profile_id_is_above_what_a_double_holds_unless_switched_off()
    {
        await using Caller large = await Caller.StartAsync(options => options.Profiles = 10);
        await using Caller small = await Caller.StartAsync(options => (options.Profiles, options.LargeProfileIds) = (10, false));

        large.Simulator.Truth.Profiles.Count(profile => profile.ProfileId > LargestExactDouble).Should().Be(5);
        small.Simulator.Truth.Profiles.Should().OnlyContain(profile => profile.ProfileId < LargestExactDouble)
            .And.OnlyHaveUniqueItems(profile => profile.ProfileId);
    }

    [Fact]
    public async Task Marketplaces_follow_the_seed_only_when_they_are_shuffled_and_regions_take_turns_all_the_same()
    {
        string[] usual = await CountriesAsync(shuffle: false, seed: 7);
        string[] others = await CountriesAsync(shuffle: false, seed: 8);
        string[] shuffled = await CountriesAsync(shuffle: true, seed: 7);

        usual.Should().StartWith(["NA US USD", "EU UK GBP", "FE JP JPY"]);
        others.Should().Equal(usual);
        shuffled.Should().BeEquivalentTo(usual).And.NotEqual(usual);
        shuffled.Select(profile => profile[..2]).Should().Equal(usual.Select(profile => profile[..2]));
        (await CountriesAsync(shuffle: true, seed: 7)).Should().Equal(shuffled);
        (await CountriesAsync(shuffle: true, seed: 8)).Should().NotEqual(shuffled);
    }

    private static async Task<string[]> CountriesAsync(bool shuffle, int seed)
    {
        await using Caller caller = await Caller.StartAsync(options =>
            (options.Profiles, options.Campaigns, options.ShuffleMarketplaces, options.Seed) = (23, 1, shuffle, seed));
        IReadOnlyList<SimulatorProfileInfo> profiles = caller.Simulator.Truth.Profiles;
        return [.. profiles.Select(profile => $"{profile.Region} {profile.CountryCode} {profile.CurrencyCode}")];
    }
}
