using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(CampaignListBody))]
[JsonSerializable(typeof(CampaignListEnvelope))]
[JsonSerializable(typeof(AdGroupListBody))]
[JsonSerializable(typeof(AdGroupListEnvelope))]
[JsonSerializable(typeof(KeywordListBody))]
[JsonSerializable(typeof(KeywordListEnvelope))]
internal sealed partial class SponsoredProductsJsonContext : JsonSerializerContext;
