using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>How Amazon moves bids. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<BiddingStrategy>))]
public readonly record struct BiddingStrategy(string Value) : IOpenEnum<BiddingStrategy>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Down only.</summary>
    public static readonly BiddingStrategy LegacyForSales = new("LEGACY_FOR_SALES");

    /// <summary>Up and down.</summary>
    public static readonly BiddingStrategy AutoForSales = new("AUTO_FOR_SALES");

    /// <summary>Fixed bids.</summary>
    public static readonly BiddingStrategy Manual = new("MANUAL");

    /// <summary>By a rule.</summary>
    public static readonly BiddingStrategy RuleBased = new("RULE_BASED");

    static IReadOnlyList<BiddingStrategy> IOpenEnum<BiddingStrategy>.Known => [LegacyForSales, AutoForSales, Manual, RuleBased];

    static BiddingStrategy IOpenEnum<BiddingStrategy>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
