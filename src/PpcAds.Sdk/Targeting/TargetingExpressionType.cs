using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>Whether a target was chosen by hand. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<TargetingExpressionType>))]
public readonly record struct TargetingExpressionType(string Value) : IOpenEnum<TargetingExpressionType>
{
    /// <summary>The name as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>One of Amazon's groups.</summary>
    public static readonly TargetingExpressionType Auto = new("AUTO");

    /// <summary>Chosen by hand.</summary>
    public static readonly TargetingExpressionType Manual = new("MANUAL");

    static IReadOnlyList<TargetingExpressionType> IOpenEnum<TargetingExpressionType>.Known => [Auto, Manual];

    static TargetingExpressionType IOpenEnum<TargetingExpressionType>.FromText(string value) => new(value);

    /// <summary>The name as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
