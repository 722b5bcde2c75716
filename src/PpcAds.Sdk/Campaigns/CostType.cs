using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>What a campaign pays for. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<CostType>))]
public readonly record struct CostType(string Value) : IOpenEnum<CostType>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Clicks.</summary>
    public static readonly CostType Cpc = new("CPC");

    /// <summary>Thousands of viewable impressions.</summary>
    public static readonly CostType Vcpm = new("VCPM");

    /// <summary>A placement at a price agreed before.</summary>
    public static readonly CostType FixedPrice = new("FIXED_PRICE");

    static IReadOnlyList<CostType> IOpenEnum<CostType>.Known => [Cpc, Vcpm, FixedPrice];

    static CostType IOpenEnum<CostType>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
