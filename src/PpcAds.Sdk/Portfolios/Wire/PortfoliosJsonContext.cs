using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Portfolios.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringJsonConverter)])]
[JsonSerializable(typeof(PortfolioListBody))]
[JsonSerializable(typeof(IReadOnlyList<Portfolio>))]
internal sealed partial class PortfoliosJsonContext : JsonSerializerContext;
