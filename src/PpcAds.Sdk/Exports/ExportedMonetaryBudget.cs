using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Exports;

/// <summary>A budget as money.</summary>
public sealed record ExportedMonetaryBudget
{
    /// <summary>The currency, such as <c>USD</c>.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The amount that the advertiser set, in that currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The amount in force when budget rules apply.</summary>
    public decimal? RuleAmount { get; init; }

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
