using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>What a campaign may aim at. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<Tactic>))]
public readonly record struct Tactic(string Value) : IOpenEnum<Tactic>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Products and categories.</summary>
    public static readonly Tactic Contextual = new("T00020");

    /// <summary>Audiences, besides products and categories.</summary>
    public static readonly Tactic Audiences = new("T00030");

    static IReadOnlyList<Tactic> IOpenEnum<Tactic>.Known => [Contextual, Audiences];

    static Tactic IOpenEnum<Tactic>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
