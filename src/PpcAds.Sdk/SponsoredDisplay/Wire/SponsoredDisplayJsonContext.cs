using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredDisplay.Wire;

/// <summary>Names in lower and camel case. One file for all entities: the generator fails when several declarations have attributes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(LenientStringJsonConverter),
        typeof(CamelOpenEnumJsonConverter<EntityState>),
        typeof(CamelOpenEnumJsonConverter<TargetingExpressionType>),
        typeof(CamelOpenEnumJsonConverter<Tactic>),
        typeof(CamelOpenEnumJsonConverter<CostType>),
        typeof(CamelOpenEnumJsonConverter<BudgetType>),
        typeof(CamelOpenEnumJsonConverter<DeliveryProfile>),
        typeof(CamelOpenEnumJsonConverter<BidOptimization>),
        typeof(CamelOpenEnumJsonConverter<CreativeType>),
        typeof(CamelOpenEnumJsonConverter<LandingPageType>),
    ])]
[JsonSerializable(typeof(IReadOnlyList<Campaign>))]
[JsonSerializable(typeof(IReadOnlyList<AdGroup>))]
[JsonSerializable(typeof(IReadOnlyList<ProductAd>))]
[JsonSerializable(typeof(IReadOnlyList<TargetingClause>))]
[JsonSerializable(typeof(IReadOnlyList<NegativeTargetingClause>))]
internal sealed partial class SponsoredDisplayJsonContext : JsonSerializerContext;
