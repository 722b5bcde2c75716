using System.Text.Json;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay.Wire;

/// <summary>How Sponsored Display writes: names in lower and camel case.</summary>
internal static class SponsoredDisplayJson
{
    /// <summary>New ones for each list: options belong to one context.</summary>
    public static JsonSerializerOptions NewOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters =
        {
            new LenientStringJsonConverter(),
            new CamelOpenEnumJsonConverter<EntityState>(),
            new CamelOpenEnumJsonConverter<TargetingExpressionType>(),
            new CamelOpenEnumJsonConverter<Tactic>(),
            new CamelOpenEnumJsonConverter<CostType>(),
            new CamelOpenEnumJsonConverter<BudgetType>(),
            new CamelOpenEnumJsonConverter<DeliveryProfile>(),
            new CamelOpenEnumJsonConverter<BidOptimization>(),
            new CamelOpenEnumJsonConverter<SdCreativeType>(),
            new CamelOpenEnumJsonConverter<SdLandingPageType>(),
        },
    };
}
