using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Benchmarks.Entities;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ListedProfile[]))]
internal sealed partial class ListServerJsonContext : JsonSerializerContext;
