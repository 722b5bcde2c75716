namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>A keyword or other target: what is the same in all of its rows.</summary>
internal sealed class TargetFacts
{
    private const int TargetsInAdGroup = 20;
    private const int AdGroupsInCampaign = 3;

    // Beyond ASCII too, since Amazon sells in 20 countries.
    private static readonly string[] Words =
    [
        "küchenmesser", "garden", "hose", "steel", "niño", "running", "shoes", "waterproof", "紳士靴", "travel", "mug", "light",
        "30 cm", "black", "set of 4", "l'eau",
    ];

    public TargetFacts(int seed, long number)
    {
        CampaignId = Id(seed, 1, number / (TargetsInAdGroup * AdGroupsInCampaign));
        AdGroupId = Id(seed, 2, number / TargetsInAdGroup);
        TargetId = Id(seed, 3, number);
        var random = new SeededRandom(SeededRandom.Mix((ulong)seed + 17, (ulong)number));
        double kind = random.NextDouble();
        IsKeyword = kind < 0.6;
        (KeywordType, MatchType, Targeting) = kind switch
        {
            < 0.3 => ("BROAD", "BROAD", Phrase(ref random)),
            < 0.45 => ("PHRASE", "PHRASE", Phrase(ref random)),
            < 0.6 => ("EXACT", "EXACT", Phrase(ref random)),
            < 0.85 => ("TARGETING_EXPRESSION", "TARGETING_EXPRESSION", $"asin=\"B0{random.Next(100_000_000):D8}\""),
            _ => ("TARGETING_EXPRESSION_PREDEFINED", "TARGETING_EXPRESSION_PREDEFINED", random.Next(2) == 0 ? "close-match" : "loose-match"),
        };
        Kind = IsKeyword ? "keyword" : KeywordType == "TARGETING_EXPRESSION" ? "product" : "auto";
        Key = WideRow.KeyOf(CampaignId, AdGroupId, IsKeyword, TargetId);
        PriceCents = 899 + random.Next(7_000);
        CostPerClickCents = 20 + random.Next(180);

        // Few targets have most of the traffic.
        Popularity = Math.Pow(random.NextDouble(), 6);
    }

    public long CampaignId { get; }

    public long AdGroupId { get; }

    public long TargetId { get; }

    public bool IsKeyword { get; }

    public string KeywordType { get; }

    public string MatchType { get; }

    public string Targeting { get; }

    /// <summary>What the table is to have as the kind.</summary>
    public string Kind { get; }

    /// <summary>The key of the target in the wide table.</summary>
    public string Key { get; }

    public long PriceCents { get; }

    public long CostPerClickCents { get; }

    public double Popularity { get; }

    /// <summary>15 digits, as Amazon's: far apart, so that keys come in no order.</summary>
    private static long Id(int seed, ulong kind, long number) =>
        100_000_000_000_000 + (long)(SeededRandom.Mix(SeededRandom.Mix((ulong)seed, kind), (ulong)number) % 899_999_999_999_999);

    private static string Phrase(ref SeededRandom random)
    {
        int words = 1 + (int)random.Next(4);
        var chosen = new string[words];
        for (int i = 0; i < words; i++)
        {
            chosen[i] = Words[random.Next(Words.Length)];
        }

        return string.Join(' ', chosen);
    }
}
