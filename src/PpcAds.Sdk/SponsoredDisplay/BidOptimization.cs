using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>What the bids of an ad group are optimized for. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<BidOptimization>))]
public readonly record struct BidOptimization(string Value) : IOpenEnum<BidOptimization>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Visits of the detail page.</summary>
    public static readonly BidOptimization Clicks = new("CLICKS");

    /// <summary>Sales.</summary>
    public static readonly BidOptimization Conversions = new("CONVERSIONS");

    /// <summary>Viewable impressions.</summary>
    public static readonly BidOptimization Reach = new("REACH");

    static IReadOnlyList<BidOptimization> IOpenEnum<BidOptimization>.Known => [Clicks, Conversions, Reach];

    static BidOptimization IOpenEnum<BidOptimization>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
