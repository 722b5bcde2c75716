using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>
/// How a campaign of several countries splits its budget. Open: a value that Amazon adds later is kept as text.
/// </summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<MarketplaceBudgetAllocation>))]
public readonly record struct MarketplaceBudgetAllocation(string Value) : IOpenEnum<MarketplaceBudgetAllocation>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>By Amazon.</summary>
    public static readonly MarketplaceBudgetAllocation Auto = new("AUTO");

    /// <summary>By the advertiser.</summary>
    public static readonly MarketplaceBudgetAllocation Manual = new("MANUAL");

    static IReadOnlyList<MarketplaceBudgetAllocation> IOpenEnum<MarketplaceBudgetAllocation>.Known => [Auto, Manual];

    static MarketplaceBudgetAllocation IOpenEnum<MarketplaceBudgetAllocation>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
