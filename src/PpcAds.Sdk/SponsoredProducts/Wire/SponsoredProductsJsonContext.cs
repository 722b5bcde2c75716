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
[JsonSerializable(typeof(ProductAdListBody))]
[JsonSerializable(typeof(IReadOnlyList<ProductAd>))]
[JsonSerializable(typeof(TargetingClauseListBody))]
[JsonSerializable(typeof(IReadOnlyList<TargetingClause>))]
[JsonSerializable(typeof(NegativeKeywordListBody))]
[JsonSerializable(typeof(IReadOnlyList<NegativeKeyword>))]
[JsonSerializable(typeof(NegativeTargetingClauseListBody))]
[JsonSerializable(typeof(IReadOnlyList<NegativeTargetingClause>))]
[JsonSerializable(typeof(CampaignNegativeKeywordListBody))]
[JsonSerializable(typeof(IReadOnlyList<CampaignNegativeKeyword>))]
[JsonSerializable(typeof(CampaignNegativeTargetingClauseListBody))]
[JsonSerializable(typeof(IReadOnlyList<CampaignNegativeTargetingClause>))]
internal sealed partial class SponsoredProductsJsonContext : JsonSerializerContext;
