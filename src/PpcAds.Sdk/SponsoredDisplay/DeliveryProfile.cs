using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>How a budget is spent over the day. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<DeliveryProfile>))]
public readonly record struct DeliveryProfile(string Value) : IOpenEnum<DeliveryProfile>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Whenever there is an opportunity.</summary>
    public static readonly DeliveryProfile AsSoonAsPossible = new("AS_SOON_AS_POSSIBLE");

    static IReadOnlyList<DeliveryProfile> IOpenEnum<DeliveryProfile>.Known => [AsSoonAsPossible];

    static DeliveryProfile IOpenEnum<DeliveryProfile>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
