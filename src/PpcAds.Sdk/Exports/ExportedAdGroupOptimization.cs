using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>What Amazon aims at for an ad group.</summary>
public sealed record ExportedAdGroupOptimization
{
    /// <summary>The goal.</summary>
    public ExportedGoalSetting? GoalSetting { get; init; }

    /// <summary>Members without a property here, by Amazon's name, as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> AdditionalMembers => field ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
