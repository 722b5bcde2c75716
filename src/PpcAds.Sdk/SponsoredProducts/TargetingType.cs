using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>How a campaign finds shoppers. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon writes it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<TargetingType>))]
public readonly record struct TargetingType(string Value) : IOpenEnum<TargetingType>
{
    /// <summary>The name as Amazon writes it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Amazon chooses.</summary>
    public static readonly TargetingType Auto = new("AUTO");

    /// <summary>The advertiser chooses keywords and targets.</summary>
    public static readonly TargetingType Manual = new("MANUAL");

    static IReadOnlyList<TargetingType> IOpenEnum<TargetingType>.Known => [Auto, Manual];

    static TargetingType IOpenEnum<TargetingType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon writes it.</summary>
    public override string ToString() => Value;
}
