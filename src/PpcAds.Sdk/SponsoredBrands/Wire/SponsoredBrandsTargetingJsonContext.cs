using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

/// <summary>Version 3: names in lower and camel case, but for the types of themes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(LenientStringJsonConverter),
        typeof(CamelOpenEnumJsonConverter<EntityState>),
        typeof(CamelOpenEnumJsonConverter<KeywordMatchType>),
        typeof(CamelOpenEnumJsonConverter<NegativeKeywordMatchType>),
    ])]
[JsonSerializable(typeof(IReadOnlyList<SbKeyword>))]
[JsonSerializable(typeof(IReadOnlyList<SbNegativeKeyword>))]
[JsonSerializable(typeof(TargetListBody))]
[JsonSerializable(typeof(IReadOnlyList<SbTarget>))]
[JsonSerializable(typeof(IReadOnlyList<SbNegativeTarget>))]
[JsonSerializable(typeof(ThemeListBody))]
[JsonSerializable(typeof(IReadOnlyList<SbTheme>))]
internal sealed partial class SponsoredBrandsTargetingJsonContext : JsonSerializerContext;
