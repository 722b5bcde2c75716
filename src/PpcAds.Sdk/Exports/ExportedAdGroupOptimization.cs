using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>What Amazon aims at for an ad group.</summary>
public sealed record ExportedAdGroupOptimization
{
    /// <summary>The goal.</summary>
    public ExportedGoalSetting? GoalSetting { get; init; }

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
