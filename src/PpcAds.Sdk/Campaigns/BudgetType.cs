using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>The period of a budget. Open: a value that Amazon adds later is kept as text.</summary>
/// <param name="Value">The name in capitals, as Amazon's newer APIs write it.</param>
[JsonConverter(typeof(OpenEnumJsonConverter<BudgetType>))]
public readonly record struct BudgetType(string Value) : IOpenEnum<BudgetType>
{
    /// <summary>The name in capitals, as Amazon's newer APIs write it; empty for a value that was never set.</summary>
    public string Value { get => field ?? ""; } = Value;

    /// <summary>Per day, in the profile's time zone.</summary>
    public static readonly BudgetType Daily = new("DAILY");

    /// <summary>For the whole life of the campaign.</summary>
    public static readonly BudgetType Lifetime = new("LIFETIME");

    static IReadOnlyList<BudgetType> IOpenEnum<BudgetType>.Known => [Daily, Lifetime];

    static BudgetType IOpenEnum<BudgetType>.FromText(string value) => new(value);

    /// <summary>The name in capitals, as Amazon's newer APIs write it.</summary>
    public override string ToString() => Value;
}
