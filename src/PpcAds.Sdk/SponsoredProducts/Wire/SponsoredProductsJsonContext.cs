using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(CampaignListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpCampaign>))]
[JsonSerializable(typeof(AdGroupListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpAdGroup>))]
[JsonSerializable(typeof(KeywordListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpKeyword>))]
[JsonSerializable(typeof(ProductAdListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpProductAd>))]
[JsonSerializable(typeof(TargetingClauseListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpTargetingClause>))]
[JsonSerializable(typeof(NegativeKeywordListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpNegativeKeyword>))]
[JsonSerializable(typeof(NegativeTargetingClauseListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpNegativeTargetingClause>))]
[JsonSerializable(typeof(CampaignNegativeKeywordListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpCampaignNegativeKeyword>))]
[JsonSerializable(typeof(CampaignNegativeTargetingClauseListBody))]
[JsonSerializable(typeof(IReadOnlyList<SpCampaignNegativeTargetingClause>))]
internal sealed partial class SponsoredProductsJsonContext : JsonSerializerContext;
