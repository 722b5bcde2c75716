using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Reports.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(ReportRequestBody))]
[JsonSerializable(typeof(ReportBody))]
internal sealed partial class ReportsJsonContext : JsonSerializerContext;
