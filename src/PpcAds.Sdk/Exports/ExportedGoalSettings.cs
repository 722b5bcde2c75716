using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>A campaign's goal and its measure.</summary>
public sealed record ExportedGoalSettings
{
    /// <summary>The goal, such as <c>PAGE_VISIT</c>.</summary>
    public string? GoalType { get; init; }

    /// <summary>What it is measured by, such as <c>CLICKS</c>.</summary>
    public string? GoalKpi { get; init; }

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
