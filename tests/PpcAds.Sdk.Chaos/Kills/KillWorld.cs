using PpcAds.Sdk.Chaos.Soak;
using PpcAds.Sdk.Simulator;

namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>The world in which workers are disturbed: its data and sizes, its countries, its day. All follow from the seed.</summary>
internal sealed record KillWorld
{
    private static readonly DateTimeOffset Earliest = new(2025, 8, 1, 9, 0, 0, TimeSpan.Zero);

    public required int Seed { get; init; }

    /// <summary>Gets the instant at which each life begins: so that no day of a profile in America ends in it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required int Profiles { get; init; }

    public required int Campaigns { get; init; }

    public required int KeywordsPerAdGroup { get; init; }

    public required TimeSpan GenerationTime { get; init; }

    /// <summary>Gets how many days back a first sync goes.</summary>
    public int BackfillDays { get; init; } = 20;

    /// <summary>Gets whether one report fails once, and those of the second profile are refused.</summary>
    public bool HasFailures { get; init; } = true;

    public static KillWorld Draw(int seed)
    {
        Random random = SoakDice.For(seed, "kill world");
        return new KillWorld
        {
            Seed = seed,
            AsOf = Earliest.AddDays(random.Next(480)).AddMinutes(random.Next(12 * 60)),

            // Two or three of them in America.
            Profiles = random.Next(4, 8),
            Campaigns = random.Next(6, 11),
            KeywordsPerAdGroup = random.Next(1, 4),
            GenerationTime = TimeSpan.FromSeconds(random.Next(4, 7)),
        };
    }

    public SimulatorOptions Describe() => new()
    {
        Seed = Seed,
        AsOf = AsOf,
        Profiles = Profiles,
        Campaigns = Campaigns,
        KeywordsPerAdGroup = KeywordsPerAdGroup,
        ShuffleMarketplaces = true,
        ReportGenerationTime = GenerationTime,
        ClientSecret = $"amzn1.oa2-cs.v1.chaos{Seed:x8}0123456789abcdef0123456789abcdef",
        RefreshToken = $"Atzr|IwEBIChaosRefreshToken{Seed:x8}0123456789",
    };

    public override string ToString() =>
        $"Seed {Seed}: {AsOf:yyyy-MM-dd HH:mm} UTC, {Profiles} profiles, {Campaigns} campaigns, reports after {GenerationTime.TotalSeconds:0} s";
}
