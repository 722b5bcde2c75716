using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

/// <summary>Version 4: names in capitals.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(CampaignListBody))]
[JsonSerializable(typeof(IReadOnlyList<SbCampaign>))]
[JsonSerializable(typeof(AdGroupListBody))]
[JsonSerializable(typeof(IReadOnlyList<SbAdGroup>))]
[JsonSerializable(typeof(AdListBody))]
[JsonSerializable(typeof(IReadOnlyList<SbAd>))]
internal sealed partial class SponsoredBrandsJsonContext : JsonSerializerContext;
