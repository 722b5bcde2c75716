using System.Text.Json;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Exports.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(ExportRequestBody))]
[JsonSerializable(typeof(ExportBody))]
[JsonSerializable(typeof(ExportedCampaign))]
[JsonSerializable(typeof(ExportedAdGroup))]
[JsonSerializable(typeof(ExportedTarget))]
[JsonSerializable(typeof(ExportedAd))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ExportsJsonContext : JsonSerializerContext;
