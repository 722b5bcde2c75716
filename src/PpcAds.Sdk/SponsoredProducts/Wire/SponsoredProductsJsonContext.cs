using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(CampaignListBody))]
[JsonSerializable(typeof(IReadOnlyList<Campaign>))]
[JsonSerializable(typeof(AdGroupListBody))]
[JsonSerializable(typeof(IReadOnlyList<AdGroup>))]
[JsonSerializable(typeof(KeywordListBody))]
[JsonSerializable(typeof(IReadOnlyList<Keyword>))]
internal sealed partial class SponsoredProductsJsonContext : JsonSerializerContext;
