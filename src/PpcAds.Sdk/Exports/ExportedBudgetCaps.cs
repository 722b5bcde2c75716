using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>A campaign's budget.</summary>
public sealed record ExportedBudgetCaps
{
    /// <summary><c>MONETARY</c>.</summary>
    public string? BudgetType { get; init; }

    /// <summary><c>DAILY</c> or <c>LIFETIME</c>.</summary>
    public string? RecurrenceTimePeriod { get; init; }

    /// <summary>The amount.</summary>
    public ExportedBudgetValue? BudgetValue { get; init; }

    /// <summary>Members without a property here, by Amazon's name, as they came.</summary>
    [JsonInclude]
    [JsonExtensionData]
    public IDictionary<string, JsonElement> AdditionalMembers
    {
        get => field ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);

        // What reads JSON leaves out every unknown member where there is no setter.
        internal set;
    }
}
